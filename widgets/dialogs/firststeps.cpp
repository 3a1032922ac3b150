// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/firststeps.h"

#include "widgets/common/labels.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace dialogs {

FirstSteps::FirstSteps(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("First steps"));
    setMinimumWidth(560);
    const struct {
        QString title;
        QString text;
    } steps[] = {
        {tr("1  Open a workspace"),
            tr("A folder with pipelines/*.yaml, usually a git repository. File > Open sample opens one that is ready to look at.")},
        {tr("2  Bring the runs"),
            tr("Runs > Import, or drop files and folders onto the window: dbt artifacts and logs, a dlt destination, Airbyte job lists, OpenLineage "
               "events, Tableau jobs. Importing twice changes nothing.")},
        {tr("3  Look at the timeline"),
            tr("All systems on one axis. The arrow runs from the end of a load back to the read that came too early. N goes to the next problem.")},
        {tr("4  Read the diagnosis"),
            tr("Select the arrow: what happened on both clocks, what to run now, and what to change for good, replayed on the recorded days.")},
        {tr("5  Apply it"), tr("The change goes into the YAML without touching a comment. Ctrl+Z takes it back, Ctrl+K commits it.")},
    };
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(4);
    for (const auto& step : steps) {
        column->addWidget(common::roleLabel(step.title, "bold", this));
        auto* text = common::wrappedLabel(step.text, this);
        text->setContentsMargins(18, 0, 0, 8);
        column->addWidget(text);
    }
    column->addWidget(common::roleLabel(tr("Ctrl+Shift+P finds every command; Ctrl+P finds everything else."), "muted", this));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addSpacing(8);
    column->addWidget(buttons);
}

} // namespace dialogs
