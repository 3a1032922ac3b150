// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace common {
class ActionRegistry;
class CommandPalette;
}
namespace services {
class Autosave;
class Preferences;
class RepositoryWatch;
class Session;
class TaskKinds;
}

namespace window {

class LogPanel;
class NoticeBar;
class Selection;

/// What the window's controllers work with. Owned by the main window, which outlives them.
struct Context {
    QWidget& window; ///< parent of dialogs
    services::Session& session;
    services::Autosave& autosave;
    services::RepositoryWatch& repository;
    services::Preferences& preferences;
    services::TaskKinds& kinds;
    Selection& selection;
    common::ActionRegistry& actions;
    common::CommandPalette& palette;
    NoticeBar& notices;
    LogPanel& log;
};

} // namespace window
