// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/editing/editfixture.h"

#include "tests/support/shareddata.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

EditFixture::EditFixture(const QMap<QString, QByteArray>& files)
{
    for (auto it = files.begin(); it != files.end(); ++it)
        write(it.key(), it.value());
    const auto opened = document.open(m_folder.path());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().toString()));
}

QString EditFixture::path(const QString& file) const
{
    return m_folder.filePath(file);
}

void EditFixture::write(const QString& file, const QByteArray& content) const
{
    QDir().mkpath(QFileInfo(path(file)).path());
    QFile target(path(file));
    if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path(file)));
}

QByteArray EditFixture::onDisk(const QString& file) const
{
    return support::readAll(path(file));
}

QByteArray EditFixture::text(const QString& file) const
{
    return document.texts().value(file);
}

QByteArray commentedPipelines()
{
    return R"(# the night
pipelines:
  # closes at 00:15
  source_extraction:
    schedule: "0 3 * * *"  # 3 AM daily
    outputs:
      - source_tables_ready   # after the last load

    tasks:
      # the big one
      - trakit_sync:
          kind: airbyte.sync
          with: {connection_id: 6f1d3c52, pipeline_name: 'trakit'}   # both names
          retries: 2   # twice
      - shifts

  # rebuilt every night
  dbt_transformation:
    # not before the load
    schedule: '30 1 * * *'
    sla: "08:00"
    owner: nobody knows this key   # kept
    tasks:
      - dbt_build_models
      - test_models:
          kind: sql.check
          needs: [dbt_build_models]
          with:
            statement: |
              select *
              from t   # not a comment
            other: 1
# the end
)";
}
