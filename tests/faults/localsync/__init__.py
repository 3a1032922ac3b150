# SPDX-License-Identifier: GPL-3.0-or-later
"""Black-box cases for reference/local-sync.md."""
