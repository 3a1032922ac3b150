# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DCACHE=<CMakeCache.txt> -P check_cache.cmake: a headless configuration never asked for Widgets or Charts.
cmake_minimum_required(VERSION 3.25)
file(STRINGS ${CACHE} asked REGEX "^Qt6(Widgets|Charts|PrintSupport|SvgWidgets|OpenGLWidgets)_DIR:")
if(asked)
  message(FATAL_ERROR "headless, yet asked for: ${asked}")
endif()
