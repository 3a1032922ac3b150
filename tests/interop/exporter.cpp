// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what the interop tests give to real tools: interop_export OUT [WORKSPACE]
#include "models/base/files.h"
#include "models/catalogue/catalogue.h"
#include "models/formats/dialect.h"
#include "models/pipeline/workspace.h"
#include "tests/models/formats/kindsamples.h"

#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

namespace {

class Exporter {
public:
    explicit Exporter(const QString& folder)
        : m_folder(folder)
    {
    }

    void write(const QString& name, const pipeline::Workspace& workspace, const catalogue::Catalogue& kinds)
    {
        const auto result = m_dialects.find(QStringLiteral("orchestra"))->write(workspace, kinds, {});
        if (!result) {
            fail(name + QStringLiteral(": ") + result.error().toString());
            return;
        }
        QDir().mkpath(m_folder + u'/' + name);
        for (auto it = result->files.begin(); it != result->files.end(); ++it) {
            const auto done = base::writeFile(m_folder + u'/' + name + u'/' + it.key(), it.value());
            if (!done)
                fail(done.error().toString());
        }
    }

    void fail(const QString& message)
    {
        QTextStream(stderr) << message << '\n';
        m_failed = true;
    }
    [[nodiscard]] int exitStatus() const { return m_failed ? 1 : 0; }

private:
    formats::Registry m_dialects = formats::builtInDialects();
    QString m_folder;
    bool m_failed = false;
};

/// Everything that the export can say, and words that YAML readers misread.
const QByteArray features = R"(pipelines:
  producer:
    description: "yes: a #word, that needs quoting"
    schedule: "0 3 1,15 * 1-5"
    timezone: Europe/Berlin
    sla: "07:00"
    outputs: [ready]
    parameters: {region: eu, days: 3, full: true, options: {a: 1}, list: [x, y]}
    alerts:
      - {name: Failures, on: [failed, warning], email: data@example.com, slack: "#data", message: "It broke: look"}
    tasks:
      - load: {kind: snowflake.query, retries: 2, timeout: PT1H30M, connection: snowflake_10001, description: "1:30", with: {statement: "select '012', 'no', '1:30'\nfrom t -- x\n"}}
      - tell: {kind: snowflake.query, needs: [load], run_when: failure, with: {statement: "select 1"}}
      - tidy: {kind: snowflake.query, needs: [load], run_when: done, connection: other, with: {statement: "select ${{ inputs.days }}"}}
  consumer:
    dependencies: [producer.ready]
    tasks:
      - load: {kind: snowflake.query, produces: [A.B.C], consumes: ["no"], freshness: {error_after: {count: 2, period: hour}}, with: {statement: "${secret:query}"}}
      - after: {kind: snowflake.query, needs: [load], with: {statement: "null"}}
)";

const char* const crons[] = {"* * * * *", "*/15 * * * *", "5/20 1-5 * * *", "0 9-17/2 * * 1-5", "0 6 * * 0", "0 6 * * 5-7", "0 6 * * */2", "0 6 * * mon-fri",
    "0 6 * jan,mar *", "0 0 1 */3 *", "0 0 */2 * *", "0 0 13 * 5", "0 3 1-7 * 1", "@daily", "@hourly", "@weekly", "@monthly", "@yearly", "0 3 29 2 *", "59 23 31 12 *"};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr) << "usage: interop_export OUT [WORKSPACE]\n";
        return 2;
    }
    Exporter exporter(arguments.at(1));
    const catalogue::Catalogue kinds = catalogue::loadCatalogue();
    const auto sample = pipeline::loadWorkspace(arguments.value(2, QStringLiteral(WK_SOURCE_DIR "/resources/samples/trakit")));
    if (sample)
        exporter.write(QStringLiteral("sample"), *sample, catalogue::loadCatalogue(sample->root));
    else
        exporter.fail(sample.error().toString());
    for (const catalogue::TaskKind& kind : kinds.kinds()) {
        exporter.write(QStringLiteral("kinds/") + kind.id + QStringLiteral("-required"), workspaceOfKind(kind, false), kinds);
        exporter.write(QStringLiteral("kinds/") + kind.id + QStringLiteral("-all"), workspaceOfKind(kind, true), kinds);
    }
    pipeline::Workspace workspace;
    pipeline::readPipelineText(features, QStringLiteral("pipelines/features.yaml"), workspace);
    exporter.write(QStringLiteral("features"), workspace, kinds);
    for (size_t i = 0; i < std::size(crons); ++i) {
        pipeline::Workspace scheduled = workspaceOfKind(*kinds.find(QStringLiteral("snowflake.query")), false);
        scheduled.pipelines.first().schedule = QString::fromLatin1(crons[i]);
        exporter.write(QStringLiteral("cron/%1").arg(i), scheduled, kinds);
    }
    return exporter.exitStatus();
}
