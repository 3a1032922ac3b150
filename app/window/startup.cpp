// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/startup.h"

#include "app/services/preferences.h"
#include "app/window/mainwindow.h"
#include "version.h"
#include "widgets/common/actions.h"
#include "widgets/common/statesaver.h"
#include "widgets/common/theme.h"
#include "widgets/painting/icons.h"

#include <QAction>
#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace window {

namespace {
/// English needs no file of its own: `%n day(s)` becomes `1 day` or `3 days`. Below every real translation.
class EnglishPlurals : public QTranslator {
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char*, const char* sourceText, const char*, int n) const override
    {
        const QString text = QString::fromUtf8(sourceText);
        if (n < 0 || !text.contains(QLatin1String("(s)")))
            return {};
        return QString(text).replace(QLatin1String("(s)"), n == 1 ? QString() : QStringLiteral("s"));
    }
};
} // namespace

static void installTranslations(QApplication& application, const QString& language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    QApplication::installTranslator(new EnglishPlurals(&application));
    const QStringList places = {QStringLiteral(":/translations"), QApplication::applicationDirPath() + QStringLiteral("/../share/weirkeeper/translations")};
    for (const QString& place : places) {
        auto* translator = new QTranslator(&application);
        if (translator->load(locale, QStringLiteral("weirkeeper"), QStringLiteral("_"), place)) {
            QApplication::installTranslator(translator);
            break;
        }
        delete translator;
    }
    auto* ofQt = new QTranslator(&application);
    if (ofQt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(ofQt);
}

int runApplication(QApplication& application, const Arguments& arguments)
{
    QApplication::setApplicationName(QStringLiteral("weirkeeper"));
    QApplication::setApplicationDisplayName(QStringLiteral("Weirkeeper"));
    QApplication::setApplicationVersion(QStringLiteral(WEIRKEEPER_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.weirkeeper.Weirkeeper"));
    const std::unique_ptr<QSettings> settings = common::openSettings();
    const services::Preferences preferences(*settings);
    installTranslations(application, preferences.language());
    const QString theme = arguments.theme.isEmpty() ? preferences.theme() : arguments.theme;
    common::applyTheme(application, common::resolveTheme(application, common::themeChoiceFromWord(theme)));
    QApplication::setWindowIcon(painting::icon(QStringLiteral("app"), common::paletteFor(painting::Theme::Light).color(QPalette::Link)));

    MainWindow window;
    if (!arguments.workspace.isEmpty())
        window.openWorkspace(arguments.workspace);
    else if (arguments.sample)
        window.actionRegistry().action(QStringLiteral("file.sample"))->trigger();
    window.showView(viewFromWord(arguments.view).value_or(View::Design));
    window.show();
    return QApplication::exec();
}

} // namespace window
