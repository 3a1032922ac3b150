// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/logpanel.h"

#include "app/window/tables.h"
#include "models/itemmodels/logmodel.h"
#include "widgets/common/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimeZone>
#include <QVBoxLayout>

namespace window {

namespace {
/// Time muted, warnings and errors in their colours, fixed pitch, no lines between.
class LogDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const painting::Tokens& t = painting::tokens(common::themeOf(option.palette));
        painter->save();
        painter->fillRect(option.rect, option.state.testFlag(QStyle::State_Selected) ? t.accentSoft : t.surface);
        painter->setFont(common::monospaceFont());
        const auto level = base::Severity(index.siblingAtColumn(0).data(itemmodels::LogModel::LevelRole).toInt());
        if (index.column() == itemmodels::LogModel::Time)
            painter->setPen(t.muted);
        else
            painter->setPen(level == base::Severity::Error ? t.failed : level == base::Severity::Warning ? t.late : t.text);
        painter->drawText(option.rect.adjusted(index.column() == 0 ? 14 : 4, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {QFontMetrics(common::monospaceFont()).horizontalAdvance(index.data().toString()) + 24, 19};
    }
};
} // namespace

LogPanel::LogPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new itemmodels::LogModel(this))
    , m_table(plainTable(this, QStringLiteral("logTable"), tr("Log")))
{
    if (const auto zone = base::Zone::find(QString::fromLatin1(QTimeZone::systemTimeZoneId())))
        m_model->setZone(zone.value());
    m_table->setItemDelegate(new LogDelegate(m_table));
    m_table->setModel(m_model);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->resizeSection(0, 116);
    m_table->verticalHeader()->setMinimumSectionSize(18);
    m_table->verticalHeader()->setDefaultSectionSize(19);
    auto* copy = new QAction(tr("Copy the log"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(plainText()); });
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_table);
}

void LogPanel::append(base::Severity level, const QString& text)
{
    const QScrollBar* bar = m_table->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum() - 1;
    QVector<itemmodels::LogLine> lines;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts))
        lines.append({base::UtcTime::now(), level, line});
    m_model->append(lines);
    if (atEnd)
        m_table->scrollToBottom();
}

QString LogPanel::plainText() const
{
    return m_model->plainText();
}

} // namespace window
