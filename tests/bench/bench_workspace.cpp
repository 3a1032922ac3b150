// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/catalogue.h"
#include "models/pipeline/workspace.h"

#include <benchmark/benchmark.h>
#include <yaml-cpp/yaml.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace {

/// 40 pipelines of 25 tasks in 10 files, chained by outputs and needs: 1,000 tasks.
void writeThousandTasks(const QString& root)
{
    QDir().mkpath(root + QStringLiteral("/pipelines"));
    for (int file = 0; file < 10; ++file) {
        QByteArray text = "pipelines:\n";
        for (int p = 4 * file; p < 4 * file + 4; ++p) {
            text += "  pipeline_" + QByteArray::number(p) + ":\n    timezone: Europe/Berlin\n    outputs: [ready]\n";
            text += p == 0 ? QByteArray("    schedule: \"30 0 * * *\"  # every night\n")
                           : "    dependencies:\n      - pipeline_" + QByteArray::number(p - 1) + ".ready\n";
            text += "    tasks:\n";
            for (int t = 0; t < 25; ++t) {
                text += "      - task_" + QByteArray::number(t) + ":\n          kind: dbt.build\n          with: {project: shop, select: \"tag:p" + QByteArray::number(p)
                    + "\"}\n" + (t == 0 ? QByteArray() : "          needs: [task_" + QByteArray::number(t - 1) + "]\n")
                    + "          produces: [DW.P" + QByteArray::number(p) + ".T" + QByteArray::number(t) + "]\n";
            }
        }
        QFile out(root + QStringLiteral("/pipelines/f%1.yaml").arg(file));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
    }
}

void openAndCheckThousandTasks(benchmark::State& state)
{
    const QTemporaryDir folder;
    writeThousandTasks(folder.path());
    const QStringList kinds = catalogue::loadCatalogue().ids();
    for (auto _ : state) {
        const auto workspace = pipeline::loadWorkspace(folder.path());
        const auto problems = pipeline::checkWorkspace(*workspace, kinds);
        if (!problems.isEmpty())
            state.SkipWithError("the workspace is not clean");
        benchmark::DoNotOptimize(problems);
    }
    state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(openAndCheckThousandTasks)->Unit(benchmark::kMillisecond);

/// The named peer: yaml-cpp only parses the same ten files; no values, no rules, no places.
void yamlCppParsesTheSameFiles(benchmark::State& state)
{
    const QTemporaryDir folder;
    writeThousandTasks(folder.path());
    for (auto _ : state) {
        for (int file = 0; file < 10; ++file)
            benchmark::DoNotOptimize(YAML::LoadFile((folder.path() + QStringLiteral("/pipelines/f%1.yaml").arg(file)).toStdString()));
    }
    state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(yamlCppParsesTheSameFiles)->Unit(benchmark::kMillisecond);

} // namespace
