// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fixture.h"

#include "tests/support/shareddata.h"
#include "widgets/common/actions.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTest>

static const char* const shopYaml = R"(# The shop: loaded at night, built in the morning.
pipelines:
  extraction:
    schedule: "0 3 * * *"  # 3 AM daily
    timezone: America/Los_Angeles
    outputs:
      - tables_ready
    tasks:
      - orders_sync:
          kind: airbyte.sync
          connection: shop_api
          with: {connection_id: abc-1}
          produces: [raw.orders]

  transformation:
    schedule: "30 3 * * *"   # half an hour later
    timezone: America/Los_Angeles
    tasks:
      - build_models:   # everything nightly
          kind: dbt.build
          with: {project: shop, select: "tag:nightly"}
          retries: 2
          timeout: PT1H
          consumes: [raw.orders]
)";

WindowFixture::WindowFixture()
    : m_homeBefore(qgetenv("WEIRKEEPER_HOME"))
{
    qputenv("WEIRKEEPER_HOME", QFile::encodeName(m_folder.path() + QStringLiteral("/home")));
    writeFile(QStringLiteral("weirkeeper.yaml"), "name: Shop\n");
    writeFile(QStringLiteral("pipelines/shop.yaml"), shopYaml);
    writeFile(QStringLiteral("connections/shop_api.yaml"), "connection:\n  kind: rest\n  description: The shop\n  config:\n    base_url: http://127.0.0.1:1\n");
    common::applyTheme(*qApp, painting::Theme::Light);
    restart();
}

WindowFixture::~WindowFixture()
{
    m_window.reset();
    qputenv("WEIRKEEPER_HOME", m_homeBefore);
}

void WindowFixture::restart()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_window = std::make_unique<window::MainWindow>();
    m_window->show();
    m_window->activateWindow();
}

void WindowFixture::openWorkspace()
{
    QVERIFY(m_window->openWorkspace(workspacePath()));
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

QAction* WindowFixture::action(const char* id)
{
    return m_window->actionRegistry().action(QString::fromLatin1(id));
}

QByteArray WindowFixture::text() const
{
    return m_window->session().document().texts().value(QStringLiteral("pipelines/shop.yaml"));
}

QByteArray WindowFixture::textOnDisk() const
{
    return support::readAll(pipelinePath());
}

void WindowFixture::writeFile(const QString& relative, const QByteArray& text) const
{
    const QString path = workspacePath() + u'/' + relative;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void WindowFixture::key(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
    QTest::keyClick(target, Qt::Key(key), modifiers);
}

void WindowFixture::type(const QString& text)
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClicks(QApplication::focusWidget(), text);
}
