// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/workspace.h"
#include "tests/models/editing/editfixture.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace pipeline;

namespace {

/// Draws changes that fit the workspace as it is; some are refused all the same, which is fine.
class RandomChanges {
public:
    explicit RandomChanges(quint32 seed) : m_random(seed) { }

    Change next(const Workspace& workspace)
    {
        const Pipeline& owner = workspace.pipelines.at(below(workspace.pipelines.size()));
        const QString task = owner.tasks.isEmpty() ? QStringLiteral("none") : owner.tasks.at(below(owner.tasks.size())).id;
        const QString other = owner.tasks.isEmpty() ? QStringLiteral("none") : owner.tasks.at(below(owner.tasks.size())).id;
        const Pipeline& producer = workspace.pipelines.at(below(workspace.pipelines.size()));
        const QString output = producer.id + u'.' + (producer.outputs.isEmpty() ? QStringLiteral("none") : producer.outputs.first());
        switch (below(15)) {
        case 0: return AddPipeline{fresh("p"), {}};
        case 1: return workspace.pipelines.size() > 2 && below(3) == 0 ? Change(RemovePipeline{owner.id}) : Change(AddOutput{owner.id, fresh("o")});
        case 2: return AddTask{owner.id, newTask(other)};
        case 3: return below(2) == 0 ? Change(RemoveTask{owner.id, task}) : Change(AddTask{owner.id, newTask(other)});
        case 4: return RenameTask{owner.id, task, fresh("r")};
        case 5: return AddDependency{owner.id, output};
        case 6: return RemoveDependency{owner.id, owner.dependencies.isEmpty() ? output : owner.dependencies.first().text()};
        case 7: return AddNeed{owner.id, task, other};
        case 8: return RemoveNeed{owner.id, task, other};
        case 9: return SetSchedule{owner.id, below(2) == 0 ? std::nullopt : std::optional(QStringLiteral("%1 3 * * *").arg(below(60)))};
        case 10: return SetPipelineField{owner.id, pick({"timezone", "sla", "description"}), value()};
        default: return SetTaskField{owner.id, task, pick({"kind", "connection", "timeout", "description", "retries", "with.a", "with.b c", "with.select"}), value()};
        }
    }

private:
    qsizetype below(qsizetype count) { return qsizetype(m_random.bounded(quint32(count))); }
    QString fresh(const char* prefix) { return QString::fromLatin1(prefix) + QString::number(++m_serial); }
    QString pick(const QList<const char*>& words) { return QString::fromLatin1(words.at(below(words.size()))); }
    QVariant value()
    {
        static const QVariantList values{QVariant(), QStringLiteral("plain"), QStringLiteral("no"), QStringLiteral("1:30"), QStringLiteral("# not a comment"),
            QStringLiteral("two\nlines: x\n"), QStringLiteral(" blanks "), QStringLiteral("it's \"quoted\""), QStringLiteral("\u00fcber"), qint64(7), QStringLiteral("")};
        return values.at(below(values.size()));
    }
    Task newTask(const QString& need)
    {
        Task task;
        task.id = fresh("t");
        if (below(2) == 0)
            return task;
        task.kind = QStringLiteral("sql.check");
        task.needs = QStringList{need};
        task.with = {{QStringLiteral("list"), QVariantList{qint64(1), QStringLiteral("x: y")}}, {QStringLiteral("statement"), QStringLiteral("select 1\nfrom t\n")}};
        task.produces = QStringList{QStringLiteral("A.B")};
        return task;
    }

    QRandomGenerator m_random;
    int m_serial = 0;
};

QMap<QString, QByteArray> startingFiles()
{
    return {{QStringLiteral("pipelines/a.yaml"), commentedPipelines()},
        {QStringLiteral("pipelines/b.yaml"), "# b\npipelines:\n    four_blanks:   # wide\n        outputs: [x, y]   # flow\n        tasks:\n            - one   # first\n\n            # about two\n            -   two:\n                    kind:   'dbt.build'\n                    with:   {select: \"a\" , vars: {a: 1}}\n                    consumes:\n                        - T   # t\n"},
        {QStringLiteral("pipelines/c.yaml"), "pipelines: {flow: {schedule: '0 1 * * *', tasks: [a, b: {kind: x}]}}  # one line"},
        {QStringLiteral("pipelines/d.yaml"), QByteArray("pipelines:\n  windows:\n    schedule: null   # by hand\n    tasks:\n    - a   # not indented\n    - b:\n        needs:\n        - a\n").replace("\n", "\r\n")}};
}

/// Bytes of each pipeline's block, by id.
QMap<QString, QByteArray> blocksOf(const editing::PipelineDocument& document)
{
    QMap<QString, QByteArray> blocks;
    for (const Pipeline& owner : document.workspace().pipelines) {
        const auto lines = document.linesOf(owner.id);
        blocks.insert(owner.id, document.texts().value(lines.file).split('\n').mid(lines.first - 1, lines.last - lines.first + 1).join('\n'));
    }
    return blocks;
}

} // namespace

class TestEditProperties : public QObject {
    Q_OBJECT
private slots:
    void randomChangesKeepEveryOtherByteAndComeBack_data();
    void randomChangesKeepEveryOtherByteAndComeBack();
};

void TestEditProperties::randomChangesKeepEveryOtherByteAndComeBack_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void TestEditProperties::randomChangesKeepEveryOtherByteAndComeBack()
{
    QFETCH(quint32, seed);
    EditFixture fixture(startingFiles());
    editing::PipelineDocument& document = fixture.document;
    const auto original = document.texts();
    RandomChanges changes(seed);
    QVector<QMap<QString, QByteArray>> history{original};
    int inPlace = 0;
    QStringList notes;
    connect(&document, &editing::PipelineDocument::changed, this, [&](const editing::DocumentChange& change) { notes += change.notes; });
    for (int step = 0; step < 40; ++step) {
        const Change change = changes.next(document.workspace());
        Workspace intended = document.workspace();
        const bool allowed = applyChange(intended, change).ok();
        const Workspace before = document.workspace();
        const auto blocks = blocksOf(document);
        const auto applied = document.apply({change});
        QVERIFY2(applied.ok() == allowed, qPrintable(changeText(change) + (applied ? QString() : applied.error().toString()) + QString::fromUtf8(document.texts().value(document.workspace().pipelines.first().file))));
        if (!allowed)
            continue;
        QVERIFY2(sameMeaning(document.workspace(), intended), qPrintable(changeText(change)));
        const auto after = blocksOf(document);
        for (const Pipeline& owner : before.pipelines) {
            const Pipeline* now = document.workspace().pipeline(owner.id);
            // A file on one line has no lines of its own to compare.
            if (now && sameMeaning(*now, owner) && owner.id != QLatin1String("flow"))
                QVERIFY2(after.value(owner.id).startsWith(blocks.value(owner.id)), qPrintable(changeText(change)));
        }
        if (document.texts() != history.last())
            history.append(document.texts());
        ++inPlace;
    }
    QVERIFY(inPlace > 10);
    QVERIFY2(notes.isEmpty(), qPrintable(notes.join(u'\n')));

    const auto final = document.texts();
    for (qsizetype i = history.size() - 1; i > 0; --i) {
        document.undoStack()->undo();
        QCOMPARE(document.texts(), history.at(i - 1));
    }
    QVERIFY(!document.undoStack()->canUndo());
    QCOMPARE(document.texts(), original);
    while (document.undoStack()->canRedo())
        document.undoStack()->redo();
    QCOMPARE(document.texts(), final);
    QVERIFY_RESULT(document.save());
    QVERIFY_RESULT(document.save());
    editing::PipelineDocument again;
    QVERIFY_RESULT(again.open(fixture.path()));
    QCOMPARE(again.texts(), final);
    QVERIFY(sameMeaning(again.workspace(), document.workspace()));
}

WK_REGISTER_TEST(TestEditProperties)
#include "tst_editproperties.moc"
