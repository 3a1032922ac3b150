<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>actions</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>Arbeitsbereich ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a folder with pipelines</source>
        <translation>Einen Ordner mit Pipelines öffnen</translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Three weeks of a concrete company&apos;s runs, with one bad morning</source>
        <translation>Drei Wochen Läufe eines Betonherstellers, mit einem schlechten Morgen</translation>
    </message>
    <message>
        <source>&amp;Recent workspaces</source>
        <translation>&amp;Zuletzt geöffnete Arbeitsbereiche</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;automatically</source>
        <translation>&amp;Automatisch speichern</translation>
    </message>
    <message>
        <source>Write each edit to its file a moment later</source>
        <translation>Jede Änderung einen Moment später in ihre Datei schreiben</translation>
    </message>
    <message>
        <source>Re&amp;load from disk</source>
        <translation>Neu vom Datenträger &amp;laden</translation>
    </message>
    <message>
        <source>Read the workspace&apos;s files again</source>
        <translation>Die Dateien des Arbeitsbereichs neu einlesen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find anything…</source>
        <translation>Alles &amp;finden…</translation>
    </message>
    <message>
        <source>Go to a pipeline, task, dataset, connection or problem</source>
        <translation>Zu einer Pipeline, einem Task, Dataset, einer Verbindung oder einem Problem gehen</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Every command, by name</source>
        <translation>Jeder Befehl, nach Namen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>&amp;Design</source>
        <translation>&amp;Entwurf</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Zeitachse</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>&amp;Sync</translation>
    </message>
    <message>
        <source>&amp;YAML</source>
        <translation>&amp;YAML</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Workspace tree</source>
        <translation>Arbeitsbereichs&amp;baum</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Problems and log</source>
        <translation>&amp;Probleme und Protokoll</translation>
    </message>
    <message>
        <source>Show p&amp;roblems</source>
        <translation>P&amp;robleme zeigen</translation>
    </message>
    <message>
        <source>Show l&amp;og</source>
        <translation>Pr&amp;otokoll zeigen</translation>
    </message>
    <message>
        <source>Show &amp;undo history</source>
        <translation>Änderungsverla&amp;uf zeigen</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>R&amp;eset layout</source>
        <translation>Anordnung zurücks&amp;etzen</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Add &amp;task…</source>
        <translation>&amp;Task hinzufügen…</translation>
    </message>
    <message>
        <source>Add a task to the selected pipeline: choose its kind by typing</source>
        <translation>Der gewählten Pipeline einen Task hinzufügen: die Art durch Tippen wählen</translation>
    </message>
    <message>
        <source>+ Task</source>
        <translation>+ Task</translation>
    </message>
    <message>
        <source>Add &amp;pipeline…</source>
        <translation>&amp;Pipeline hinzufügen…</translation>
    </message>
    <message>
        <source>Re&amp;name task…</source>
        <translation>Task umbe&amp;nennen…</translation>
    </message>
    <message>
        <source>&amp;Remove selected</source>
        <translation>Auswahl entfe&amp;rnen</translation>
    </message>
    <message>
        <source>Remove the selected task or pipeline from the YAML; undo brings it back</source>
        <translation>Den gewählten Task oder die Pipeline aus dem YAML entfernen; Rückgängig holt sie zurück</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>Prüfe&amp;n</translation>
    </message>
    <message>
        <source>Check all pipelines by the rules and show what is wrong</source>
        <translation>Alle Pipelines nach den Regeln prüfen und zeigen, was nicht stimmt</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>Dateien &amp;importieren…</translation>
    </message>
    <message>
        <source>Read run histories of dbt, dlt, Airbyte, OpenLineage or Tableau</source>
        <translation>Laufhistorien von dbt, dlt, Airbyte, OpenLineage oder Tableau einlesen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translation>&amp;Ordner importieren…</translation>
    </message>
    <message>
        <source>&amp;Cancel the import</source>
        <translation>Import &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>&amp;Nächstes Problem</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <source>&amp;Previous problem</source>
        <translation>&amp;Voriges Problem</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>&amp;Start sync</source>
        <translation>Sync &amp;starten</translation>
    </message>
    <message>
        <source>▷ Sync</source>
        <translation>▷ Sync</translation>
    </message>
    <message>
        <source>&amp;Cancel sync</source>
        <translation>Sync &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Git</source>
        <translation>Git</translation>
    </message>
    <message>
        <source>&amp;Commit…</source>
        <translation>&amp;Commit…</translation>
    </message>
    <message>
        <source>Look at what has changed, and commit it</source>
        <translation>Ansehen, was sich geändert hat, und es committen</translation>
    </message>
    <message>
        <source>&amp;Refresh status</source>
        <translation>Status a&amp;ktualisieren</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Copy &amp;system information</source>
        <translation>&amp;Systeminformationen kopieren</translation>
    </message>
    <message>
        <source>&amp;About Weirkeeper</source>
        <translation>&amp;Über Weirkeeper</translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>day of month</source>
        <translation>Tag des Monats</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>day of week</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>cron field %1 cannot be &quot;%2&quot;; expected numbers %3 to %4, ranges, steps or *</source>
        <translation>das Cron-Feld %1 kann nicht „%2“ sein; erwartet werden Zahlen von %3 bis %4, Bereiche, Schritte oder *</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has %2 cron fields; expected 5: minute hour day-of-month month day-of-week</source>
        <translation>„%1“ hat %2 Cron-Felder; erwartet werden 5: Minute, Stunde, Tag des Monats, Monat, Wochentag</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>jede Minute</translation>
    </message>
    <message>
        <source>every %1 minutes</source>
        <translation>alle %1 Minuten</translation>
    </message>
    <message>
        <source>hourly at :%1</source>
        <translation>stündlich um :%1</translation>
    </message>
    <message>
        <source>%1 daily</source>
        <translation>täglich %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1 on day %2 of the month</source>
        <translation>%1 am %2. des Monats</translation>
    </message>
    <message>
        <source>this is a folder; expected a file</source>
        <translation>das ist ein Ordner; erwartet wird eine Datei</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>larger than %1 bytes</source>
        <translation>größer als %1 Bytes</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>not valid JSON: %1</source>
        <translation>kein gültiges JSON: %1</translation>
    </message>
    <message>
        <source>the file is empty; expected JSON</source>
        <translation>die Datei ist leer; erwartet wird JSON</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no IANA time zone; expected e.g. Europe/Berlin or UTC</source>
        <translation>„%1“ ist keine IANA-Zeitzone; erwartet wird z. B. Europe/Berlin oder UTC</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>%1 already needs %2.</source>
        <translation>%1 benötigt %2 bereits.</translation>
    </message>
    <message>
        <source>%1 already waits for %2: the two would wait for each other.</source>
        <translation>%1 wartet bereits auf %2: Die beiden würden aufeinander warten.</translation>
    </message>
    <message>
        <source>Let %1 wait for %2</source>
        <translation>%1 auf %2 warten lassen</translation>
    </message>
    <message>
        <source>%1 already waits for %2.</source>
        <translation>%1 wartet bereits auf %2.</translation>
    </message>
    <message>
        <source>Let %1 wait for %2 instead of its schedule</source>
        <translation>%1 auf %2 statt auf den eigenen Zeitplan warten lassen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n things</source>
        <translation>
            <numerusform>%n Element entfernen</numerusform>
            <numerusform>%n Elemente entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is selected that could be removed.</source>
        <translation>Es ist nichts ausgewählt, das entfernt werden kann.</translation>
    </message>
    <message>
        <source>A dataset makes the edge %1. Change what the one produces or the other consumes.</source>
        <translation>Die Kante %1 entsteht durch ein Dataset. Zu ändern ist, was die eine Seite erzeugt oder die andere liest.</translation>
    </message>
    <message>
        <source>Remove the need of %1</source>
        <translation>Voraussetzung des Tasks %1 entfernen</translation>
    </message>
    <message>
        <source>Remove the dependency of %1</source>
        <translation>Abhängigkeit der Pipeline %1 entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove the pipeline %1</source>
        <translation>Pipeline %1 entfernen</translation>
    </message>
    <message>
        <source>A task cannot wait for itself.</source>
        <translation>Ein Task kann nicht auf sich selbst warten.</translation>
    </message>
    <message>
        <source>There is no task %1.</source>
        <translation>Es gibt keinen Task %1.</translation>
    </message>
    <message>
        <source>A task&apos;s name holds letters, digits, _ and - only.</source>
        <translation>Der Name eines Tasks enthält nur Buchstaben, Ziffern, _ und -.</translation>
    </message>
    <message>
        <source>%1 already has a task %2.</source>
        <translation>%1 hat bereits einen Task %2.</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>no run yet</source>
        <translation>noch kein Lauf</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>schedule, city of the time zone</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>started by hand</source>
        <translation>von Hand gestartet</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>no kind yet</source>
        <translation>noch keine Art</translation>
    </message>
    <message>
        <source>no tasks yet</source>
        <translation>noch keine Tasks</translation>
    </message>
</context>
<context>
    <name>canvas::CanvasView</name>
    <message>
        <source>%1 in %2</source>
        <comment>task in pipeline</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>reads from %1</source>
        <translation>liest von %1</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>Open in the inspector	Enter</source>
        <translation>Im Inspektor öffnen	Enter</translation>
    </message>
    <message>
        <source>Rename…	F2</source>
        <translation>Umbenennen…	F2</translation>
    </message>
    <message>
        <source>Connect to…	C</source>
        <translation>Verbinden mit…	C</translation>
    </message>
    <message>
        <source>Remove	Del</source>
        <translation>Entfernen	Entf</translation>
    </message>
    <message>
        <source>Add a task…</source>
        <translation>Task hinzufügen…</translation>
    </message>
    <message>
        <source>Select all	Ctrl+A</source>
        <translation>Alles auswählen	Strg+A</translation>
    </message>
    <message>
        <source>Arrange the selection	Ctrl+L</source>
        <translation>Auswahl anordnen	Strg+L</translation>
    </message>
    <message>
        <source>Arrange everything	Ctrl+L</source>
        <translation>Alles anordnen	Strg+L</translation>
    </message>
    <message>
        <source>Show everything	F</source>
        <translation>Alles anzeigen	F</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>Pipelines and their tasks. Tab and the arrow keys go from task to task, Enter opens one, C connects it to another, E selects its edges, P its pipeline.</source>
        <translation>Pipelines und ihre Tasks. Tab und die Pfeiltasten wechseln von Task zu Task, Enter öffnet einen Task, C verbindet ihn mit einem anderen, E wählt seine Kanten, P seine Pipeline.</translation>
    </message>
    <message>
        <source>Who waits for %1? Arrows choose, Enter connects, Esc cancels.</source>
        <translation>Wer wartet auf %1? Pfeiltasten wählen, Enter verbindet, Esc bricht ab.</translation>
    </message>
    <message>
        <source>waits for its success</source>
        <translation>wartet auf den Erfolg</translation>
    </message>
    <message>
        <source>reads what it writes, without waiting for it</source>
        <translation>liest, was dort geschrieben wird, ohne darauf zu warten</translation>
    </message>
    <message>
        <source>Drag to the task that shall wait for this one</source>
        <translation>Zu dem Task ziehen, der auf diesen warten soll</translation>
    </message>
</context>
<context>
    <name>canvas::EmptyCanvas</name>
    <message>
        <source>No tasks yet</source>
        <translation>Noch keine Tasks</translation>
    </message>
    <message>
        <source>Here you draw which task waits for which. A pipeline is a frame with a schedule; its tasks are the boxes inside. Everything you draw is written to the YAML files of the workspace.</source>
        <translation>Hier wird gezeichnet, welcher Task auf welchen wartet. Eine Pipeline ist ein Rahmen mit einem Zeitplan; ihre Tasks sind die Kästen darin. Alles Gezeichnete wird in die YAML-Dateien des Arbeitsbereichs geschrieben.</translation>
    </message>
    <message>
        <source>Add the first task…</source>
        <translation>Ersten Task hinzufügen…</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Arbeitsbereich öffnen…</translation>
    </message>
</context>
<context>
    <name>canvas::Minimap</name>
    <message>
        <source>Overview of the canvas</source>
        <translation>Übersicht der Zeichenfläche</translation>
    </message>
    <message>
        <source>The whole workspace. Click or drag to go there.</source>
        <translation>Der ganze Arbeitsbereich. Klicken oder ziehen, um dorthin zu gelangen.</translation>
    </message>
</context>
<context>
    <name>canvas::RenameEditor</name>
    <message>
        <source>New name of %1</source>
        <translation>Neuer Name von %1</translation>
    </message>
</context>
<context>
    <name>canvas::ZoomBar</name>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Auf 100 % zoomen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Fit  F</source>
        <translation>Einpassen  F</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles anzeigen</translation>
    </message>
    <message>
        <source>Arrange  Ctrl+L</source>
        <translation>Anordnen  Strg+L</translation>
    </message>
    <message>
        <source>Arrange everything from left to right</source>
        <translation>Alles von links nach rechts anordnen</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>the task kind &apos;%1&apos; replaces the one of %2</source>
        <translation>die Task-Art &apos;%1&apos; ersetzt die aus %2</translation>
    </message>
    <message>
        <source>expected a map that describes a task kind, found %1</source>
        <translation>erwartet wird eine Map, die eine Task-Art beschreibt, gefunden wurde %1</translation>
    </message>
    <message>
        <source>the id &apos;%1&apos;: expected lower case words with dots, such as dbt.build</source>
        <translation>die ID &apos;%1&apos;: erwartet werden kleingeschriebene Wörter mit Punkten, etwa dbt.build</translation>
    </message>
    <message>
        <source>the category &apos;%1&apos;: expected extraction, transformation, refresh, test or other</source>
        <translation>die Kategorie &apos;%1&apos;: erwartet wird extraction, transformation, refresh, test oder other</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: expected text, found %2</source>
        <translation>&apos;%1&apos;: erwartet wird ein Text, gefunden wurde %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing; expected text</source>
        <translation>&apos;%1&apos; fehlt; erwartet wird ein Text</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: expected a list of names, found %2</source>
        <translation>&apos;%1&apos;: erwartet wird eine Liste von Namen, gefunden wurde %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: expected a map, found %2</source>
        <translation>&apos;%1&apos;: erwartet wird eine Map, gefunden wurde %2</translation>
    </message>
    <message>
        <source>a parameter: expected a map with its type, found %1</source>
        <translation>ein Parameter: erwartet wird eine Map mit seinem Typ, gefunden wurde %1</translation>
    </message>
    <message>
        <source>&apos;required&apos; names &apos;%1&apos;, which is no parameter</source>
        <translation>&apos;required&apos; nennt &apos;%1&apos;, das kein Parameter ist</translation>
    </message>
    <message>
        <source>a spelling: expected a map, found %1</source>
        <translation>eine Schreibweise: erwartet wird eine Map, gefunden wurde %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: expected a map with one of from, value or text</source>
        <translation>&apos;%1&apos;: erwartet wird eine Map mit genau einem von from, value oder text</translation>
    </message>
    <message>
        <source>&apos;as&apos;: expected json, csv or text, found &apos;%1&apos;</source>
        <translation>&apos;as&apos;: erwartet wird json, csv oder text, gefunden wurde &apos;%1&apos;</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no parameter of this kind</source>
        <translation>&apos;%1&apos; ist kein Parameter dieser Art</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; is not known here</source>
        <translation>der Schlüssel &apos;%1&apos; ist hier nicht bekannt</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Read in time on the one recorded day.</source>
        <translation>Am einzigen aufgezeichneten Tag rechtzeitig gelesen.</translation>
    </message>
    <message>
        <source>Read in time on all %1 days.</source>
        <translation>An allen %1 Tagen rechtzeitig gelesen.</translation>
    </message>
    <message>
        <source>Read too early on %1 of %2 days.</source>
        <translation>An %1 von %2 Tagen zu früh gelesen.</translation>
    </message>
    <message>
        <source>Usual slack %1.</source>
        <translation>Üblicher Puffer: %1.</translation>
    </message>
</context>
<context>
    <name>charts::EdgeHistory</name>
    <message>
        <source>Select a mismatch or an edge to see on which days the reader came before the load had ended.</source>
        <translation>Einen Zeitkonflikt oder eine Kante auswählen, um zu sehen, an welchen Tagen vor dem Ende des Ladevorgangs gelesen wurde.</translation>
    </message>
    <message>
        <source>slack, hours</source>
        <translation>Puffer, Stunden</translation>
    </message>
    <message>
        <source>slack, minutes</source>
        <translation>Puffer, Minuten</translation>
    </message>
</context>
<context>
    <name>common::CommandPalette</name>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>common::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>… %1 more lines</source>
        <translation>… %1 weitere Zeilen</translation>
    </message>
    <message>
        <source>No line differs</source>
        <translation>Keine Zeile weicht ab</translation>
    </message>
    <message>
        <source>1 line added</source>
        <translation>1 Zeile hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>%n lines added</source>
        <translation>
            <numerusform>%n Zeile hinzugefügt</numerusform>
            <numerusform>%n Zeilen hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>1 line removed</source>
        <translation>1 Zeile entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n lines removed</source>
        <translation>
            <numerusform>%n Zeile entfernt</numerusform>
            <numerusform>%n Zeilen entfernt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>connectors</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>missing; expected a map</source>
        <translation>fehlt; erwartet wird eine Map</translation>
    </message>
    <message>
        <source>expected a map, found %1</source>
        <translation>erwartet wird eine Map, gefunden wurde %1</translation>
    </message>
    <message>
        <source>unknown key; expected one of: %1</source>
        <translation>unbekannter Schlüssel; erwartet wird einer von: %1</translation>
    </message>
    <message>
        <source>expected a text, found %1</source>
        <translation>erwartet wird ein Text, gefunden wurde %1</translation>
    </message>
    <message>
        <source>missing; expected a text</source>
        <translation>fehlt; erwartet wird ein Text</translation>
    </message>
    <message>
        <source>expected a whole number from %1 to %2, found `%3`</source>
        <translation>erwartet wird eine ganze Zahl von %1 bis %2, gefunden wurde `%3`</translation>
    </message>
    <message>
        <source>expected a duration such as PT10M or PT0.5S, found `%1`</source>
        <translation>erwartet wird eine Dauer wie PT10M oder PT0.5S, gefunden wurde `%1`</translation>
    </message>
    <message>
        <source>a JSON text of 2 GiB or more</source>
        <translation>ein JSON-Text von 2 GiB oder mehr</translation>
    </message>
    <message>
        <source>the answer is not JSON: not UTF-8</source>
        <translation>die Antwort ist kein JSON: kein UTF-8</translation>
    </message>
    <message>
        <source>the answer is not JSON: it is empty</source>
        <translation>die Antwort ist kein JSON: Sie ist leer</translation>
    </message>
    <message>
        <source>the answer is not JSON (byte %1 of %2)</source>
        <translation>die Antwort ist kein JSON (Byte %1 von %2)</translation>
    </message>
    <message>
        <source>REST API (JSON)</source>
        <translation>REST-API (JSON)</translation>
    </message>
    <message>
        <source>the header `%1` is set twice</source>
        <translation>der Header `%1` ist doppelt gesetzt</translation>
    </message>
    <message>
        <source>expected header or query, found `%1`</source>
        <translation>erwartet wird header oder query, gefunden wurde `%1`</translation>
    </message>
    <message>
        <source>a user name of `basic` cannot hold a colon</source>
        <translation>ein Benutzername bei `basic` darf keinen Doppelpunkt enthalten</translation>
    </message>
    <message>
        <source>expected none, bearer, basic or api_key, found `%1`</source>
        <translation>erwartet wird none, bearer, basic oder api_key, gefunden wurde `%1`</translation>
    </message>
    <message>
        <source>missing; expected a whole number</source>
        <translation>fehlt; erwartet wird eine ganze Zahl</translation>
    </message>
    <message>
        <source>expected second, minute or hour, found `%1`</source>
        <translation>erwartet wird second, minute oder hour, gefunden wurde `%1`</translation>
    </message>
    <message>
        <source>expected a size such as 64MiB, found `%1`</source>
        <translation>erwartet wird eine Größe wie 64MiB, gefunden wurde `%1`</translation>
    </message>
    <message>
        <source>expected a URL without a query; parameters belong to the streams</source>
        <translation>erwartet wird eine URL ohne Query; Parameter gehören zu den Streams</translation>
    </message>
    <message>
        <source>expected at least one stream</source>
        <translation>erwartet wird mindestens ein Stream</translation>
    </message>
    <message>
        <source>`%1` should name the next page as a text, but is %2</source>
        <translation>`%1` soll die nächste Seite als Text nennen, ist aber %2</translation>
    </message>
    <message>
        <source>there is no stream `%1`</source>
        <translation>es gibt keinen Stream `%1`</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>the answer has no array at records `%1`, but %2</source>
        <translation>die Antwort hat unter records `%1` kein Array, sondern %2</translation>
    </message>
    <message>
        <source>the next page cannot be followed: %1</source>
        <translation>der nächsten Seite kann nicht gefolgt werden: %1</translation>
    </message>
    <message>
        <source>the next page is at %1; credentials may go to %2 only</source>
        <translation>die nächste Seite liegt bei %1; Zugangsdaten dürfen nur an %2 gehen</translation>
    </message>
    <message>
        <source>expected page, offset, cursor, link or none, found `%1`</source>
        <translation>erwartet wird page, offset, cursor, link oder none, gefunden wurde `%1`</translation>
    </message>
    <message>
        <source>missing; `size_parameter` needs a size</source>
        <translation>fehlt; `size_parameter` braucht eine Größe</translation>
    </message>
    <message>
        <source>the request parameter `%1` is set twice</source>
        <translation>der Anfrageparameter `%1` ist doppelt gesetzt</translation>
    </message>
    <message>
        <source>expected tables or json, found `%1`</source>
        <translation>erwartet wird tables oder json, gefunden wurde `%1`</translation>
    </message>
</context>
<context>
    <name>designscene</name>
    <message>
        <source>%1 · %2 rows</source>
        <translation>%1 · %2 Zeilen</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n day(s)</source>
        <translation>
            <numerusform>%1 von %n Tag</numerusform>
            <numerusform>%1 von %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis</name>
    <message>
        <source>the dbt job</source>
        <translation>dem dbt-Job</translation>
    </message>
    <message>
        <source>the reader</source>
        <translation>dem Leser</translation>
    </message>
    <message>
        <source>Loaded today?</source>
        <translation>Heute geladen?</translation>
    </message>
    <message>
        <source>no, the load failed: extraction problem</source>
        <translation>nein, der Ladevorgang ist fehlgeschlagen: Extraktionsproblem</translation>
    </message>
    <message>
        <source>no load has ended for this day: extraction problem</source>
        <translation>für diesen Tag ist kein Ladevorgang beendet: Extraktionsproblem</translation>
    </message>
    <message>
        <source>no, the last load ended %1: extraction problem</source>
        <translation>nein, der letzte Ladevorgang endete am %1: Extraktionsproblem</translation>
    </message>
    <message>
        <source>yes, load ended %1</source>
        <translation>ja, Ende des Ladevorgangs: %1</translation>
    </message>
    <message>
        <source>Business dates current?</source>
        <translation>Geschäftsdatum aktuell?</translation>
    </message>
    <message>
        <source>no business date was recorded</source>
        <translation>kein Geschäftsdatum aufgezeichnet</translation>
    </message>
    <message>
        <source>yes, through %1</source>
        <translation>ja, bis %1</translation>
    </message>
    <message>
        <source>no, only through %1: the source system is behind</source>
        <translation>nein, nur bis %1: Quellsystem im Rückstand</translation>
    </message>
    <message>
        <source>Loaded after %1?</source>
        <translation>Nach %1 geladen?</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>the load&apos;s end is not recorded</source>
        <translation>das Ende des Ladevorgangs ist nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>yes, by %1: timing mismatch</source>
        <translation>ja, um %1: Zeitkonflikt</translation>
    </message>
    <message>
        <source>%1 (attempt %2)</source>
        <translation>%1 (Versuch %2)</translation>
    </message>
    <message>
        <source>late after</source>
        <translation>verspätet ab</translation>
    </message>
    <message>
        <source>LOADEDON at the read</source>
        <translation>LOADEDON beim Lesen</translation>
    </message>
    <message>
        <source>latest business date</source>
        <translation>jüngstes Geschäftsdatum</translation>
    </message>
    <message>
        <source>the load brought</source>
        <translation>der Ladevorgang brachte</translation>
    </message>
    <message>
        <source>%1, next day</source>
        <translation>%1, Folgetag</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n days later</source>
        <translation>
            <numerusform>%1, %n Tag später</numerusform>
            <numerusform>%1, %n Tage später</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::DiagnosisPanel</name>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>No problem selected</source>
        <translation>Kein Problem ausgewählt</translation>
    </message>
    <message>
        <source>Press N for the next problem, or select one in the table below.</source>
        <translation>Mit N zum nächsten Problem springen oder eines in der Tabelle unten auswählen.</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>Woher wir das wissen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Dauerhaft</translation>
    </message>
    <message>
        <source>%1 of %2 days</source>
        <translation>%1 von %2 Tagen</translation>
    </message>
    <message>
        <source>1 day of history</source>
        <translation>1 Tag Verlauf</translation>
    </message>
    <message numerus="yes">
        <source>%n days of history</source>
        <translation>
            <numerusform>%n Tag Verlauf</numerusform>
            <numerusform>%n Tage Verlauf</numerusform>
        </translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>as far as the records tell</source>
        <translation>soweit die Aufzeichnungen reichen</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>einen Blick wert</translation>
    </message>
    <message>
        <source>Hide the measured facts</source>
        <translation>Messwerte ausblenden</translation>
    </message>
    <message>
        <source>Show the measured fact</source>
        <translation>Messwert anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show the %n measured facts</source>
        <translation>
            <numerusform>Den %n Messwert anzeigen</numerusform>
            <numerusform>Die %n Messwerte anzeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagnosis::DiffDialog</name>
    <message>
        <source>Change of the YAML</source>
        <translation>Änderung am YAML</translation>
    </message>
    <message>
        <source>%1. Everything else stays as it is; Undo takes it back.</source>
        <translation>%1. Alles andere bleibt, wie es ist; Rückgängig nimmt die Änderung zurück.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>diagnosis::NowCard</name>
    <message>
        <source>Run…</source>
        <translation>Ausführen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command %1</source>
        <translation>Befehl %1 kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>diagnosis::ProposalCard</name>
    <message>
        <source>Replayed on 1 day:</source>
        <translation>An 1 Tag nachgespielt:</translation>
    </message>
    <message numerus="yes">
        <source>Replayed on %n days:</source>
        <translation>
            <numerusform>An %n Tag nachgespielt:</numerusform>
            <numerusform>An %n Tagen nachgespielt:</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>with the change</source>
        <translation>mit der Änderung</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>read too early</source>
        <translation>zu früh gelesen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>(%1 on %2)</source>
        <translation>(%1 am %2)</translation>
    </message>
    <message>
        <source>ready by, P95</source>
        <translation>fertig bis, P95</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>SLA met</source>
        <translation>SLA eingehalten</translation>
    </message>
    <message>
        <source>extra wait, median</source>
        <translation>zusätzliche Wartezeit, Median</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>(ready sooner)</source>
        <translation>(früher fertig)</translation>
    </message>
    <message>
        <source>How good is the replay? Unchanged, it starts within a minute of the record on %1 of %2 days.</source>
        <translation>Wie gut ist das Nachspielen? Ohne Änderung startet es an %1 von %2 Tagen höchstens eine Minute neben der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Apply to YAML…</source>
        <translation>Auf YAML anwenden…</translation>
    </message>
    <message>
        <source>Show diff</source>
        <translation>Diff anzeigen</translation>
    </message>
</context>
<context>
    <name>dialogs::FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>1  Open a workspace</source>
        <translation>1  Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>A folder with pipelines/*.yaml, usually a git repository. File &gt; Open sample opens one that is ready to look at.</source>
        <translation>Ein Ordner mit pipelines/*.yaml, meist ein Git-Repository. Mit Datei &gt; Beispiel öffnen gibt es einen, der sich sofort ansehen lässt.</translation>
    </message>
    <message>
        <source>2  Bring the runs</source>
        <translation>2  Läufe einlesen</translation>
    </message>
    <message>
        <source>Runs &gt; Import, or drop files and folders onto the window: dbt artifacts and logs, a dlt destination, Airbyte job lists, OpenLineage events, Tableau jobs. Importing twice changes nothing.</source>
        <translation>Läufe &gt; Importieren, oder Dateien und Ordner auf das Fenster ziehen: dbt-Artefakte und -Protokolle, ein dlt-Ziel, Airbyte-Joblisten, OpenLineage-Ereignisse, Tableau-Jobs. Zweimal importieren ändert nichts.</translation>
    </message>
    <message>
        <source>3  Look at the timeline</source>
        <translation>3  Zeitachse ansehen</translation>
    </message>
    <message>
        <source>All systems on one axis. The arrow runs from the end of a load back to the read that came too early. N goes to the next problem.</source>
        <translation>Alle Systeme auf einer Achse. Der Pfeil führt vom Ende eines Ladevorgangs zurück zu dem Lesezugriff, der zu früh kam. N springt zum nächsten Problem.</translation>
    </message>
    <message>
        <source>4  Read the diagnosis</source>
        <translation>4  Diagnose lesen</translation>
    </message>
    <message>
        <source>Select the arrow: what happened on both clocks, what to run now, and what to change for good, replayed on the recorded days.</source>
        <translation>Den Pfeil auswählen: was auf beiden Uhren geschah, was jetzt auszuführen und was dauerhaft zu ändern ist, nachgespielt an den aufgezeichneten Tagen.</translation>
    </message>
    <message>
        <source>5  Apply it</source>
        <translation>5  Anwenden</translation>
    </message>
    <message>
        <source>The change goes into the YAML without touching a comment. Ctrl+Z takes it back, Ctrl+K commits it.</source>
        <translation>Die Änderung gelangt ins YAML, ohne einen Kommentar anzutasten. Strg+Z nimmt sie zurück, Strg+K committet sie.</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P finds every command; Ctrl+P finds everything else.</source>
        <translation>Strg+Umschalt+P findet jeden Befehl; Strg+P findet alles andere.</translation>
    </message>
</context>
<context>
    <name>dialogs::ShortcutsDialog</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
</context>
<context>
    <name>editing</name>
    <message>
        <source>%1 was changed by another program since it was read. Nothing was saved.</source>
        <translation>%1 wurde seit dem Lesen von einem anderen Programm geändert. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>the file cannot be removed</source>
        <translation>die Datei kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>Type in %1</source>
        <translation>Texteingabe in %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written into this YAML: its form (anchors, aliases, tags) is beyond in-place edits. %2</source>
        <translation>„%1“ kann nicht in dieses YAML geschrieben werden: Seine Form (Anker, Aliasse, Tags) lässt keine Bearbeitung an Ort und Stelle zu. %2</translation>
    </message>
    <message>
        <source>%1: the block could not be edited in place and was written anew; comments inside it are gone (Undo brings them back)</source>
        <translation>%1: Der Block konnte nicht an Ort und Stelle bearbeitet werden und wurde neu geschrieben; Kommentare darin sind verloren (Rückgängig stellt sie wieder her)</translation>
    </message>
    <message>
        <source>Take the positions of %1</source>
        <translation>Die Positionen von %1 übernehmen</translation>
    </message>
    <message>
        <source>%1 is no file of this workspace</source>
        <translation>%1 ist keine Datei dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Take the text of %1</source>
        <translation>Den Text von %1 übernehmen</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>Read too early</source>
        <translation>Zu früh gelesen</translation>
    </message>
    <message>
        <source>Ran before its load</source>
        <translation>Vor dem Ladevorgang gelaufen</translation>
    </message>
    <message>
        <source>Read after a failed load</source>
        <translation>Nach fehlgeschlagenem Ladevorgang gelesen</translation>
    </message>
    <message>
        <source>Read old data</source>
        <translation>Alte Daten gelesen</translation>
    </message>
    <message>
        <source>Old data shown</source>
        <translation>Alte Daten angezeigt</translation>
    </message>
    <message>
        <source>Load never used</source>
        <translation>Ladevorgang nie genutzt</translation>
    </message>
    <message>
        <source>Deadline missed</source>
        <translation>Deadline verpasst</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Late after a retry</source>
        <translation>Nach Wiederholung verspätet</translation>
    </message>
    <message>
        <source>Source is behind</source>
        <translation>Quelle im Rückstand</translation>
    </message>
    <message>
        <source>Moved by the clock change</source>
        <translation>Durch Zeitumstellung verschoben</translation>
    </message>
    <message>
        <source>Load time is a date</source>
        <translation>Ladezeit ist ein Datum</translation>
    </message>
    <message>
        <source>Empty table</source>
        <translation>Leere Tabelle</translation>
    </message>
    <message>
        <source>Wrong time zone</source>
        <translation>Falsche Zeitzone</translation>
    </message>
    <message>
        <source>Wrong zone of the check</source>
        <translation>Falsche Zeitzone der Prüfung</translation>
    </message>
    <message>
        <source>Wrong zone of the load time</source>
        <translation>Falsche Zeitzone der Ladezeit</translation>
    </message>
    <message>
        <source>Another loader wrote</source>
        <translation>Anderer Loader hat geschrieben</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Kein Ergebnis</translation>
    </message>
    <message>
        <source>Built nothing</source>
        <translation>Nichts gebaut</translation>
    </message>
    <message>
        <source>%1 showed %2</source>
        <translation>%1 zeigte %2</translation>
    </message>
    <message>
        <source>%1 ← %2</source>
        <comment>reader, table</comment>
        <translation>%1 ← %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>loader, table</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Orchestra has no alert for the state &quot;%1&quot;</source>
        <translation>Orchestra hat keine Benachrichtigung für den Status „%1“</translation>
    </message>
    <message>
        <source>Alert %1 of %2 names no receiver or no state that Orchestra knows and is left out</source>
        <translation>Benachrichtigung %1 von %2 nennt keinen Empfänger oder keinen Status, den Orchestra kennt, und wird ausgelassen</translation>
    </message>
    <message>
        <source>An alert message has at most 200 characters in Orchestra; the rest is cut off</source>
        <translation>Der Text einer Benachrichtigung hat in Orchestra höchstens 200 Zeichen; der Rest wird abgeschnitten</translation>
    </message>
    <message>
        <source>The alert of %1 speaks of the whole Orchestra file, which holds other pipelines too</source>
        <translation>Die Benachrichtigung von %1 gilt für die ganze Orchestra-Datei, die auch andere Pipelines enthält</translation>
    </message>
    <message>
        <source>Task %1 is left out, what waits for it waits for what it waited for: %2</source>
        <translation>Task %1 wird ausgelassen; was auf ihn wartet, wartet auf das, worauf er gewartet hat: %2</translation>
    </message>
    <message>
        <source>%1 is called %2 in Orchestra: ids are unique there within a file</source>
        <translation>%1 heißt in Orchestra %2: IDs sind dort innerhalb einer Datei eindeutig</translation>
    </message>
    <message>
        <source>A name has at most 100 characters in Orchestra; &quot;%1&quot; is cut off</source>
        <translation>Ein Name hat in Orchestra höchstens 100 Zeichen; „%1“ wird abgeschnitten</translation>
    </message>
    <message>
        <source>%1 waits for nothing, so it cannot run on somebody&apos;s end or failure; the condition is left out</source>
        <translation>%1 wartet auf nichts und kann daher nicht bei einem Ende oder Fehlschlag laufen; die Bedingung wird ausgelassen</translation>
    </message>
    <message>
        <source>%1 retries cannot be; they are left out</source>
        <translation>%1 Wiederholungen sind nicht möglich; sie werden ausgelassen</translation>
    </message>
    <message>
        <source>Time-out &quot;%1&quot; is no length of time like PT1H; it is left out</source>
        <translation>Timeout „%1“ ist keine Zeitspanne wie PT1H; er wird ausgelassen</translation>
    </message>
    <message>
        <source>Orchestra&apos;s longest time-out is 3 days; &quot;%1&quot; is shortened</source>
        <translation>Der längste Timeout in Orchestra beträgt 3 Tage; „%1“ wird gekürzt</translation>
    </message>
    <message>
        <source>Parameter %1 of %2 has no place in Orchestra and is left out</source>
        <translation>Parameter %1 von %2 hat in Orchestra keinen Platz und wird ausgelassen</translation>
    </message>
    <message>
        <source>Orchestra does not check how old the data of %1 are; the rule is kept as a note</source>
        <translation>Orchestra prüft nicht, wie alt die Daten von %1 sind; die Regel bleibt als Notiz erhalten</translation>
    </message>
    <message>
        <source>%1 needs %2, which does not exist; the edge is left out</source>
        <translation>%1 benötigt %2, das nicht existiert; die Kante wird ausgelassen</translation>
    </message>
    <message>
        <source>No file is written for %1: its tasks wait for each other in a circle (%2)</source>
        <translation>Für %1 wird keine Datei geschrieben: Die Tasks warten im Kreis aufeinander (%2)</translation>
    </message>
    <message>
        <source>No file is written for %1: it has no task that Orchestra can run</source>
        <translation>Für %1 wird keine Datei geschrieben: Es gibt keinen Task, den Orchestra ausführen kann</translation>
    </message>
    <message>
        <source>Orchestra has no deadline: nobody is told if %1 is not ready at %2</source>
        <translation>Orchestra hat keine Deadline: Niemand erfährt es, wenn %1 um %2 nicht fertig ist</translation>
    </message>
    <message>
        <source>%1 fields; expected 6: minute hour day-of-month month day-of-week year</source>
        <translation>%1 Felder; erwartet werden 6: Minute, Stunde, Tag des Monats, Monat, Wochentag, Jahr</translation>
    </message>
    <message>
        <source>exactly one of day of month and day of week must be ?</source>
        <translation>genau eines von Tag des Monats und Wochentag muss ? sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no %2 (%3 to %4)</source>
        <translation>„%1“ ist kein gültiger Wert für %2 (%3 bis %4)</translation>
    </message>
    <message>
        <source>day %1 does not occur in month %2</source>
        <translation>Tag %1 kommt in Monat %2 nicht vor</translation>
    </message>
    <message>
        <source>year %1 is over</source>
        <translation>das Jahr %1 ist vorbei</translation>
    </message>
    <message>
        <source>%1 has the wrong type</source>
        <translation>%1 hat den falschen Typ</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;; expected one of %3</source>
        <translation>%1 ist „%2“; erwartet wird eines von %3</translation>
    </message>
    <message>
        <source>it has no kind</source>
        <translation>der Task hat keine Art</translation>
    </message>
    <message>
        <source>the kind %1 is not in the catalogue</source>
        <translation>die Art %1 steht nicht im Katalog</translation>
    </message>
    <message>
        <source>Orchestra has no job for the kind %1</source>
        <translation>Orchestra hat keinen Job für die Art %1</translation>
    </message>
    <message>
        <source>the catalogue spells %1 as %2 / %3, which Orchestra does not know</source>
        <translation>der Katalog schreibt %1 als %2 / %3, was Orchestra nicht kennt</translation>
    </message>
    <message>
        <source>Orchestra&apos;s job %1 needs %2; nothing under `with` says it</source>
        <translation>der Orchestra-Job %1 benötigt %2; nichts unter `with` gibt es an</translation>
    </message>
    <message>
        <source>Parameter %1 of %2 has another value in a pipeline of the same Orchestra file; the first is used</source>
        <translation>Parameter %1 von %2 hat in einer Pipeline derselben Orchestra-Datei einen anderen Wert; der erste wird verwendet</translation>
    </message>
    <message>
        <source>Connection %1: set the environment variable %2 in Orchestra to the id of its connection there (like airbyte_12345)</source>
        <translation>Verbindung %1: Die Umgebungsvariable %2 in Orchestra auf die ID der dortigen Verbindung setzen (etwa airbyte_12345)</translation>
    </message>
    <message>
        <source>Secret %1: set the environment variable %2 in Orchestra</source>
        <translation>Secret %1: Die Umgebungsvariable %2 in Orchestra setzen</translation>
    </message>
    <message>
        <source>%1 waits for %2, which does not exist; the file starts without it</source>
        <translation>%1 wartet auf %2, das nicht existiert; die Datei startet, ohne darauf zu warten</translation>
    </message>
    <message>
        <source>%1 has no output %2; the file waits for the whole pipeline</source>
        <translation>%1 hat keine Ausgabe %2; die Datei wartet auf die ganze Pipeline</translation>
    </message>
    <message>
        <source>Orchestra knows no outputs: %1 waits for all of %2, not only for %3</source>
        <translation>Orchestra kennt keine Ausgaben: %1 wartet auf ganz %2, nicht nur auf %3</translation>
    </message>
    <message>
        <source>There is no pipeline %1.</source>
        <translation>Es gibt keine Pipeline %1.</translation>
    </message>
    <message>
        <source>The workspace has no pipeline to export.</source>
        <translation>Der Arbeitsbereich hat keine Pipeline, die exportiert werden könnte.</translation>
    </message>
    <message>
        <source>the type of a trigger is pipeline</source>
        <translation>der Typ eines Triggers ist pipeline</translation>
    </message>
    <message>
        <source>pipeline_id &quot;%1&quot; is no UUID and not *</source>
        <translation>pipeline_id „%1“ ist weder eine UUID noch *</translation>
    </message>
    <message>
        <source>%1 is no state of a pipeline</source>
        <translation>%1 ist kein Status einer Pipeline</translation>
    </message>
    <message>
        <source>version must be v1</source>
        <translation>version muss v1 sein</translation>
    </message>
    <message>
        <source>longer than 100 characters</source>
        <translation>länger als 100 Zeichen</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>erwartet wird true oder false</translation>
    </message>
    <message>
        <source>expected a map, found %1</source>
        <translation>erwartet wird eine Map, gefunden wurde %1</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <translation>unbekannter Schlüssel %1</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;; expected a whole number from %3 to %4</source>
        <translation>%1 ist „%2“; erwartet wird eine ganze Zahl von %3 bis %4</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>alerts cannot go to &quot;%1&quot;</source>
        <translation>Benachrichtigungen können nicht an „%1“ gehen</translation>
    </message>
    <message>
        <source>%1 needs a destination</source>
        <translation>%1 braucht ein Ziel</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no mail address</source>
        <translation>„%1“ ist keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>%1 needs a connection_id</source>
        <translation>%1 braucht eine connection_id</translation>
    </message>
    <message>
        <source>the message is longer than 200 characters</source>
        <translation>die Nachricht ist länger als 200 Zeichen</translation>
    </message>
    <message>
        <source>%1 is no state for an alert</source>
        <translation>%1 ist kein Status für eine Benachrichtigung</translation>
    </message>
    <message>
        <source>an alert needs states and destinations</source>
        <translation>eine Benachrichtigung braucht Status und Ziele</translation>
    </message>
    <message>
        <source>type &quot;%1&quot;; expected one of %2</source>
        <translation>Typ „%1“; erwartet wird einer von %2</translation>
    </message>
    <message>
        <source>only texts can have options</source>
        <translation>nur Texte können Optionen haben</translation>
    </message>
    <message>
        <source>the default does not fit the type %1</source>
        <translation>der Standardwert passt nicht zum Typ %1</translation>
    </message>
    <message>
        <source>on_limit &quot;%1&quot;; expected SKIP, QUEUE or QUEUE_LATEST</source>
        <translation>on_limit „%1“; erwartet wird SKIP, QUEUE oder QUEUE_LATEST</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no group that runs before this one</source>
        <translation>„%1“ ist keine Gruppe, die vor dieser läuft</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no task that runs before this one</source>
        <translation>„%1“ ist kein Task, der vor diesem läuft</translation>
    </message>
    <message>
        <source>there is no input %1</source>
        <translation>es gibt keine Eingabe %1</translation>
    </message>
    <message>
        <source>there is no function %1</source>
        <translation>es gibt keine Funktion %1</translation>
    </message>
    <message>
        <source>a bracket is missing</source>
        <translation>eine Klammer fehlt</translation>
    </message>
    <message>
        <source>%1 is no state of a task</source>
        <translation>%1 ist kein Status eines Tasks</translation>
    </message>
    <message>
        <source>a condition is one expression in ${{ }}</source>
        <translation>eine Bedingung ist ein einzelner Ausdruck in ${{ }}</translation>
    </message>
    <message>
        <source>MATRIX is only known in a group with a matrix</source>
        <translation>MATRIX ist nur in einer Gruppe mit Matrix bekannt</translation>
    </message>
    <message>
        <source>expected a list</source>
        <translation>erwartet wird eine Liste</translation>
    </message>
    <message>
        <source>depends on &quot;%1&quot;, which is not there (a group names groups, a task names tasks of its group)</source>
        <translation>hängt von „%1“ ab, das es hier nicht gibt (eine Gruppe nennt Gruppen, ein Task nennt Tasks seiner Gruppe)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands there twice</source>
        <translation>„%1“ steht dort zweimal</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: Orchestra takes only %2</source>
        <translation>„%1“: Orchestra akzeptiert nur %2</translation>
    </message>
    <message>
        <source>Orchestra has no job %1 of %2</source>
        <translation>Orchestra hat keinen Job %1 von %2</translation>
    </message>
    <message>
        <source>%1 needs a body</source>
        <translation>%1 braucht einen Body</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no comparison like &gt; 0</source>
        <translation>„%1“ ist kein Vergleich wie &gt; 0</translation>
    </message>
    <message>
        <source>more than ten tags</source>
        <translation>mehr als zehn Tags</translation>
    </message>
    <message>
        <source>a matrix has exactly one input</source>
        <translation>eine Matrix hat genau eine Eingabe</translation>
    </message>
    <message>
        <source>id &quot;%1&quot; is empty or not unique in the file</source>
        <translation>die ID „%1“ ist leer oder in der Datei nicht eindeutig</translation>
    </message>
    <message>
        <source>a group without tasks</source>
        <translation>eine Gruppe ohne Tasks</translation>
    </message>
    <message>
        <source>a pipeline without tasks</source>
        <translation>eine Pipeline ohne Tasks</translation>
    </message>
    <message>
        <source>an empty id</source>
        <translation>eine leere ID</translation>
    </message>
    <message>
        <source>a circle: %1</source>
        <translation>ein Kreis: %1</translation>
    </message>
    <message>
        <source>%1 is no sensor of %2</source>
        <translation>%1 ist kein Sensor von %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date like 2026-12-25</source>
        <translation>„%1“ ist kein Datum wie 2026-12-25</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no IANA time zone</source>
        <translation>„%1“ ist keine IANA-Zeitzone</translation>
    </message>
    <message>
        <source>input %1 has no default and is not given</source>
        <translation>die Eingabe %1 hat keinen Standardwert und ist nicht angegeben</translation>
    </message>
    <message>
        <source>waits longer than the %1 minutes between two starts</source>
        <translation>wartet länger als die %1 Minuten zwischen zwei Starts</translation>
    </message>
    <message>
        <source>a sensor without checks</source>
        <translation>ein Sensor ohne Prüfungen</translation>
    </message>
    <message>
        <source>%1 is no time zone; Orchestra would accept it and never fire at the right time. The schedule is left out.</source>
        <translation>%1 ist keine Zeitzone; Orchestra würde sie annehmen und nie zur richtigen Zeit starten. Der Zeitplan wird ausgelassen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names a day that never comes</source>
        <translation>„%1“ nennt einen Tag, der nie kommt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fires on the day of the month or the day of the week. Orchestra needs two schedules for that; on a day that both name, it starts twice.</source>
        <translation>„%1“ startet am Tag des Monats oder am Wochentag. Orchestra braucht dafür zwei Zeitpläne; an einem Tag, den beide nennen, startet es zweimal.</translation>
    </message>
    <message>
        <source>%1 has no schedule; in one file with %2 it starts on that one&apos;s</source>
        <translation>%1 hat keinen Zeitplan; in einer Datei mit %2 gilt deren Zeitplan</translation>
    </message>
    <message>
        <source>%1 waits for other pipelines, so its own schedule &quot;%2&quot; is left out</source>
        <translation>%1 wartet auf andere Pipelines, daher wird der eigene Zeitplan „%2“ ausgelassen</translation>
    </message>
    <message>
        <source>%1 and %2 feed the same pipelines and share one Orchestra file, which has one schedule: &quot;%3&quot; of %2 is used, &quot;%4&quot; of %1 is lost</source>
        <translation>%1 und %2 speisen dieselben Pipelines und teilen sich eine Orchestra-Datei mit nur einem Zeitplan: „%3“ von %2 wird verwendet, „%4“ von %1 geht verloren</translation>
    </message>
</context>
<context>
    <name>freshness</name>
    <message>
        <source>Build again what read too early, and all that hangs on it.</source>
        <translation>Neu bauen, was zu früh gelesen hat, und alles, was davon abhängt.</translation>
    </message>
    <message>
        <source>%1 is incremental: its filter may never see rows that were committed late with an older load time. Rebuild it fully, or give its filter a look-back window.</source>
        <translation>%1 ist inkrementell: Der Filter sieht Zeilen womöglich nie, die spät mit einer älteren Ladezeit committet wurden. Vollständig neu bauen oder dem Filter ein Rückschaufenster geben.</translation>
    </message>
    <message>
        <source>The load of %1 by %2 never succeeded: open its log and run it first.</source>
        <translation>Der Ladevorgang von %1 durch %2 war nie erfolgreich: zuerst das Protokoll öffnen und den Ladevorgang ausführen.</translation>
    </message>
    <message>
        <source>Run %1 again, now that the load has ended.</source>
        <translation>%1 erneut ausführen, nachdem der Ladevorgang beendet ist.</translation>
    </message>
    <message>
        <source>Let %1 wait for %2 instead of a time of day.</source>
        <translation>%1 auf %2 statt auf eine Uhrzeit warten lassen.</translation>
    </message>
    <message>
        <source>Or start no earlier than %1 after the slot of %2: 95 % of its loads had ended by then.</source>
        <translation>Oder frühestens %1 nach dem geplanten Zeitpunkt von %2 starten: Bis dahin waren 95 % der Ladevorgänge beendet.</translation>
    </message>
    <message>
        <source>It was late because an attempt failed and was repeated.</source>
        <translation>Die Verspätung entstand, weil ein Versuch fehlschlug und wiederholt wurde.</translation>
    </message>
    <message>
        <source>Then refresh %1 again.</source>
        <translation>Danach %1 erneut aktualisieren.</translation>
    </message>
    <message>
        <source>%1 read %2 %3 before its load had ended</source>
        <translation>%1 las %2 %3 vor dem Ende des Ladevorgangs</translation>
    </message>
    <message>
        <source>%1 read %2 before its load had begun</source>
        <translation>%1 las %2, bevor der Ladevorgang begonnen hatte</translation>
    </message>
    <message>
        <source>%1 read %2 before its load had begun, %3 before it ended</source>
        <translation>%1 las %2, bevor der Ladevorgang begonnen hatte, %3 vor dessen Ende</translation>
    </message>
    <message>
        <source>%1 read %2 although its load had failed</source>
        <translation>%1 las %2, obwohl der Ladevorgang fehlgeschlagen war</translation>
    </message>
    <message>
        <source>%1 read %2, which was older than its task allows</source>
        <translation>%1 las %2, das älter war, als der Task erlaubt</translation>
    </message>
    <message>
        <source>%1 read %2, which had not been loaded for %3</source>
        <translation>%1 las %2, das für %3 nicht geladen war</translation>
    </message>
    <message>
        <source>%1 started reading</source>
        <translation>%1 begann zu lesen</translation>
    </message>
    <message>
        <source>%1 started reading at %2.</source>
        <translation>%1 begann am %2 zu lesen.</translation>
    </message>
    <message>
        <source>LOADEDON</source>
        <translation>LOADEDON</translation>
    </message>
    <message>
        <source>The newest load time in %1 was %2 when it was checked at %3.</source>
        <translation>Die jüngste Ladezeit in %1 war %2 bei der Prüfung am %3.</translation>
    </message>
    <message>
        <source>source freshness</source>
        <translation>Source Freshness</translation>
    </message>
    <message>
        <source>The freshness check passed at %1, before the load had ended: it saw the load before.</source>
        <translation>Die Aktualitätsprüfung war am %1 erfolgreich, vor dem Ende des Ladevorgangs: Sie sah den Ladevorgang davor.</translation>
    </message>
    <message>
        <source>business date at the read</source>
        <translation>Geschäftsdatum beim Lesen</translation>
    </message>
    <message>
        <source>The latest business date that had been loaded at the read was %1.</source>
        <translation>Das jüngste beim Lesen geladene Geschäftsdatum war %1.</translation>
    </message>
    <message>
        <source>business date now</source>
        <translation>Geschäftsdatum jetzt</translation>
    </message>
    <message>
        <source>The latest business date that is loaded now is %1.</source>
        <translation>Das jüngste jetzt geladene Geschäftsdatum ist %1.</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>load</source>
        <translation>Ladevorgang</translation>
    </message>
    <message>
        <source>%1 had no finished load before.</source>
        <translation>%1 hatte zuvor keinen beendeten Ladevorgang.</translation>
    </message>
    <message>
        <source> (attempt %1)</source>
        <translation> (Versuch %1)</translation>
    </message>
    <message>
        <source>load ended</source>
        <translation>Ende des Ladevorgangs</translation>
    </message>
    <message>
        <source>%1 run %2 started at %3 and ended at %4%5, state %6.</source>
        <translation>%1, Lauf %2: Beginn am %3, Ende am %4%5, Status %6.</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>It brought %1 rows.</source>
        <translation>Er brachte %1 Zeilen.</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>data interval</source>
        <translation>Datenintervall</translation>
    </message>
    <message>
        <source>Its data interval begins at %1.</source>
        <translation>Sein Datenintervall beginnt am %1.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Attempt %1: %2 to %3, %4.</source>
        <translation>Versuch %1: %2 bis %3, %4.</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>%1 was refreshed from %2, which was built before %3 was loaded</source>
        <translation>%1 wurde aus %2 aktualisiert, das gebaut wurde, bevor %3 geladen war</translation>
    </message>
    <message>
        <source>refresh started</source>
        <translation>Beginn der Aktualisierung</translation>
    </message>
    <message>
        <source>The refresh started at %1.</source>
        <translation>Die Aktualisierung begann am %1.</translation>
    </message>
    <message>
        <source>Let %1 wait for %2</source>
        <translation>%1 auf %2 warten lassen</translation>
    </message>
    <message>
        <source>%1 starts by the clock, %2 ends when it ends: only a dependency holds on every day.</source>
        <translation>%1 startet nach der Uhr, %2 endet, wann es endet: Nur eine Abhängigkeit hält an jedem Tag.</translation>
    </message>
    <message>
        <source>%1 is no task of this workspace, so nothing can depend on it, and the schedule &quot;%2&quot; of %3 cannot be moved far enough within its day</source>
        <translation>%1 ist kein Task dieses Arbeitsbereichs, daher kann nichts davon abhängen, und der Zeitplan „%2“ von %3 lässt sich innerhalb seines Tages nicht weit genug verschieben</translation>
    </message>
    <message>
        <source>Start %1 %2 later</source>
        <translation>%1 um %2 später starten</translation>
    </message>
    <message>
        <source>%1 is no task of this workspace, so nothing can depend on it; by then it had delivered on 95 % of the days.</source>
        <translation>%1 ist kein Task dieses Arbeitsbereichs, daher kann nichts davon abhängen; bis dahin war an 95 % der Tage geliefert.</translation>
    </message>
    <message>
        <source>%1 is no task of this workspace: nothing here starts it</source>
        <translation>%1 ist kein Task dieses Arbeitsbereichs: Nichts hier startet ihn</translation>
    </message>
    <message>
        <source>%1 has no schedule of its own: it starts when what it depends on is done</source>
        <translation>%1 hat keinen eigenen Zeitplan: Der Start erfolgt, sobald alle Abhängigkeiten fertig sind</translation>
    </message>
    <message>
        <source>%1 and %2 are in one pipeline: let one need the other</source>
        <translation>%1 und %2 sind in einer Pipeline: den einen Task als Voraussetzung des anderen eintragen</translation>
    </message>
    <message>
        <source>%1 depends on %2 already: waiting for each other would make a cycle</source>
        <translation>%1 hängt bereits von %2 ab: Gegenseitiges Warten ergäbe einen Kreis</translation>
    </message>
    <message>
        <source>there is no finding &quot;%1&quot;</source>
        <translation>es gibt keinen Befund „%1“</translation>
    </message>
    <message>
        <source>the read that is to blame is not among the findings</source>
        <translation>der ursächliche Lesezugriff ist nicht unter den Befunden</translation>
    </message>
    <message>
        <source>%1 ended %2 after its deadline</source>
        <translation>%1 endete %2 nach der Deadline</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Its pipeline promises to be done by %1.</source>
        <translation>Die Pipeline verspricht, bis %1 fertig zu sein.</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>The run ended at %1.</source>
        <translation>Der Lauf endete am %1.</translation>
    </message>
    <message>
        <source>The clock change of %1 brought %2 %3 nearer to %4</source>
        <translation>Die Zeitumstellung vom %1 hat %2 um %3 näher an %4 gerückt</translation>
    </message>
    <message>
        <source>clock change</source>
        <translation>Zeitumstellung</translation>
    </message>
    <message>
        <source>%1 runs by %2, %3 by %4; at %5 their distance changed by %6.</source>
        <translation>%1 läuft nach %2, %3 nach %4; am %5 änderte sich der Abstand um %6.</translation>
    </message>
    <message>
        <source>since then</source>
        <translation>seitdem</translation>
    </message>
    <message>
        <source>%1 of %2 runs in the week after it read too early.</source>
        <translation>%1 von %2 Läufen in der Woche danach lasen zu früh.</translation>
    </message>
    <message>
        <source>Give both pipelines the same time zone, or let %1 depend on the output of %2.</source>
        <translation>Beiden Pipelines dieselbe Zeitzone geben oder %1 von der Ausgabe von %2 abhängig machen.</translation>
    </message>
    <message>
        <source>dbt %1 wrote run results, but built nothing</source>
        <translation>dbt %1 hat Laufergebnisse geschrieben, aber nichts gebaut</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Its rows say what they say for every node; none of them is counted as a run.</source>
        <translation>Die Zeilen stehen dort für jeden Knoten gleich; keine davon zählt als Lauf.</translation>
    </message>
    <message>
        <source>Usual: %1 after the slot (median of %2 loads); late is more than %3.</source>
        <translation>Üblich: %1 nach dem geplanten Zeitpunkt (Median aus %2 Ladevorgängen); verspätet bei mehr als %3.</translation>
    </message>
    <message>
        <source>%1 ended %2 after its slot, after a failed attempt</source>
        <translation>%1 endete %2 nach dem geplanten Zeitpunkt, nach einem fehlgeschlagenen Versuch</translation>
    </message>
    <message>
        <source>%1 ended %2 after its slot, later than usual</source>
        <translation>%1 endete %2 nach dem geplanten Zeitpunkt, später als üblich</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>Open the log of run %1 of %2.</source>
        <translation>Das Protokoll des Laufs %1 von %2 öffnen.</translation>
    </message>
    <message>
        <source>The newest row of %1 was %2 old when it was read from the source</source>
        <translation>Die jüngste Zeile von %1 war %2 alt, als sie aus der Quelle gelesen wurde</translation>
    </message>
    <message>
        <source>source read up to</source>
        <translation>Quelle gelesen bis</translation>
    </message>
    <message>
        <source>The newest value that the source had was %1.</source>
        <translation>Der jüngste Wert in der Quelle war %1.</translation>
    </message>
    <message>
        <source>Usual age: %1 (median of %2 loads); behind is more than %3.</source>
        <translation>Übliches Alter: %1 (Median aus %2 Ladevorgängen); im Rückstand bei mehr als %3.</translation>
    </message>
    <message>
        <source>The extraction works: ask the owner of the source system.</source>
        <translation>Die Extraktion funktioniert: bei den Verantwortlichen des Quellsystems nachfragen.</translation>
    </message>
    <message>
        <source>%1 never read the %2 load of %3</source>
        <translation>%1 hat den Ladevorgang von %2 vom %3 nie gelesen</translation>
    </message>
    <message>
        <source>newest load time</source>
        <translation>jüngste Ladezeit</translation>
    </message>
    <message>
        <source>max_loaded_at was %1 (column %2).</source>
        <translation>max_loaded_at war %1 (Spalte %2).</translation>
    </message>
    <message>
        <source>check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>dbt source freshness said &quot;%1&quot; at %2 by the warehouse&apos;s clock.</source>
        <translation>dbt source freshness meldete „%1“ am %2 nach der Uhr des Warehouse.</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <source>The load time of %1 is a business date: always midnight</source>
        <translation>Die Ladezeit von %1 ist ein Geschäftsdatum: immer Mitternacht</translation>
    </message>
    <message>
        <source>The newest row of %1 comes from the future: a time zone is wrong</source>
        <translation>Die jüngste Zeile von %1 liegt in der Zukunft: Eine Zeitzone ist falsch</translation>
    </message>
    <message>
        <source>The warehouse&apos;s clock is a time zone off when it checks %1</source>
        <translation>Die Uhr des Warehouse weicht bei der Prüfung von %1 um eine Zeitzone ab</translation>
    </message>
    <message>
        <source>The load time of %1 is a time zone away from its loads</source>
        <translation>Die Ladezeit von %1 weicht um eine Zeitzone von den Ladevorgängen ab</translation>
    </message>
    <message>
        <source>%1 has rows newer than every known load: another loader writes it</source>
        <translation>%1 hat Zeilen, die jünger sind als jeder bekannte Ladevorgang: Ein anderer Loader schreibt sie</translation>
    </message>
    <message>
        <source>The freshness check of %1 gave no result: its query failed</source>
        <translation>Die Aktualitätsprüfung von %1 lieferte kein Ergebnis: Die Abfrage schlug fehl</translation>
    </message>
    <message>
        <source>No change of schedules or dependencies prevents this: the job itself is the place to look.</source>
        <translation>Keine Änderung von Zeitplänen oder Abhängigkeiten verhindert das: nachzusehen ist beim Job selbst.</translation>
    </message>
</context>
<context>
    <name>git</name>
    <message>
        <source>modified</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>renamed from %1</source>
        <translation>umbenannt von %1</translation>
    </message>
    <message>
        <source>in conflict: resolve it first</source>
        <translation>im Konflikt: zuerst auflösen</translation>
    </message>
    <message>
        <source>A commit hook refused the commit and said nothing.</source>
        <translation>Ein Commit-Hook hat den Commit ohne Meldung abgelehnt.</translation>
    </message>
    <message>
        <source>A commit needs a message.</source>
        <translation>Ein Commit braucht eine Nachricht.</translation>
    </message>
    <message>
        <source>No file is chosen.</source>
        <translation>Es ist keine Datei ausgewählt.</translation>
    </message>
    <message>
        <source>%1 is not a path within the repository.</source>
        <translation>%1 ist kein Pfad innerhalb des Repositorys.</translation>
    </message>
    <message>
        <source>The git program is not installed.</source>
        <translation>Das Programm git ist nicht installiert.</translation>
    </message>
    <message>
        <source>git answered with more than 64 MiB.</source>
        <translation>git antwortete mit mehr als 64 MiB.</translation>
    </message>
    <message>
        <source>git was stopped.</source>
        <translation>git wurde angehalten.</translation>
    </message>
    <message>
        <source>git gave no answer within %1 s and was stopped. %2</source>
        <translation>git hat innerhalb von %1 s nicht geantwortet und wurde angehalten. %2</translation>
    </message>
    <message>
        <source>git was ended by a signal. %1</source>
        <translation>git wurde durch ein Signal beendet. %1</translation>
    </message>
</context>
<context>
    <name>gitview::CommitDialog</name>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Changed files</source>
        <translation>Geänderte Dateien</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>What changes, and why</source>
        <translation>Was sich ändert und warum</translation>
    </message>
    <message>
        <source>Commit message</source>
        <translation>Commit-Nachricht</translation>
    </message>
    <message>
        <source>What git said</source>
        <translation>Ausgabe von Git</translation>
    </message>
    <message>
        <source>Reading what changed…</source>
        <translation>Änderungen werden gelesen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Return</translation>
    </message>
    <message>
        <source>Reading what changed</source>
        <translation>Änderungen werden gelesen</translation>
    </message>
    <message>
        <source>The changes could not be read</source>
        <translation>Die Änderungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nothing has changed since the last commit</source>
        <translation>Seit dem letzten Commit hat sich nichts geändert</translation>
    </message>
    <message>
        <source>Commit 1 file</source>
        <translation>1 Datei committen</translation>
    </message>
    <message numerus="yes">
        <source>Commit %n files</source>
        <translation>
            <numerusform>%n Datei committen</numerusform>
            <numerusform>%n Dateien committen</numerusform>
        </translation>
    </message>
    <message>
        <source>on no branch</source>
        <translation>auf keinem Branch</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n im Konflikt</numerusform>
            <numerusform>%n im Konflikt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Commit %n of %1</source>
        <translation>
            <numerusform>%n von %1 committen</numerusform>
            <numerusform>%n von %1 committen</numerusform>
        </translation>
    </message>
    <message>
        <source>Committing; hooks may take a while</source>
        <translation>Commit läuft; Hooks können eine Weile dauern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>A hook refused the commit. It says:</source>
        <translation>Ein Hook hat den Commit abgelehnt. Meldung:</translation>
    </message>
    <message>
        <source>Git does not know who you are. It says:</source>
        <translation>Git weiß nicht, wer den Commit erstellt. Meldung:</translation>
    </message>
    <message>
        <source>Another git is at work in this repository. Try again when it is done.</source>
        <translation>In diesem Repository arbeitet gerade ein anderer Git-Prozess. Erneut versuchen, wenn er fertig ist.</translation>
    </message>
    <message>
        <source>There is nothing to commit.</source>
        <translation>Es gibt nichts zu committen.</translation>
    </message>
    <message>
        <source>Stopped; nothing was committed.</source>
        <translation>Angehalten; es wurde nichts committet.</translation>
    </message>
    <message>
        <source>Git refused. It says:</source>
        <translation>Git hat abgelehnt. Meldung:</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
</context>
<context>
    <name>itemmodels::FindingsModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
</context>
<context>
    <name>itemmodels::LogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>itemmodels::RunsModel</name>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
</context>
<context>
    <name>looks</name>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>more than %1 redirects</source>
        <translation>mehr als %1 Weiterleitungen</translation>
    </message>
    <message>
        <source>a redirect (%1) that names no location</source>
        <translation>eine Weiterleitung (%1) ohne Zieladresse</translation>
    </message>
    <message>
        <source>a redirect that cannot be followed: %1</source>
        <translation>eine Weiterleitung, der nicht gefolgt werden kann: %1</translation>
    </message>
    <message>
        <source>a redirect to %1; credentials may go to %2 only</source>
        <translation>eine Weiterleitung an %1; Zugangsdaten dürfen nur an %2 gehen</translation>
    </message>
    <message>
        <source>the server answered %1</source>
        <translation>der Server antwortete mit %1</translation>
    </message>
    <message>
        <source>the server answered %1: %2</source>
        <translation>der Server antwortete mit %1: %2</translation>
    </message>
    <message>
        <source>a URL of %1; credentials may go to %2 only</source>
        <translation>eine URL von %1; Zugangsdaten dürfen nur an %2 gehen</translation>
    </message>
    <message>
        <source>the connection was closed</source>
        <translation>die Verbindung wurde geschlossen</translation>
    </message>
    <message>
        <source>the answer of %1 is larger than %2 bytes (limits: body)</source>
        <translation>die Antwort von %1 ist größer als %2 Bytes (limits: body)</translation>
    </message>
    <message>
        <source>no connection to %1 within %2 (limits: connect)</source>
        <translation>keine Verbindung zu %1 innerhalb von %2 (limits: connect)</translation>
    </message>
    <message>
        <source>the answer of %1 was cut off or damaged: %2</source>
        <translation>die Antwort von %1 war abgeschnitten oder beschädigt: %2</translation>
    </message>
    <message>
        <source>the certificate of %1 cannot be trusted: %2</source>
        <translation>das Zertifikat von %1 ist nicht vertrauenswürdig: %2</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP: %2</source>
        <translation>%1 spricht kein HTTP: %2</translation>
    </message>
    <message>
        <source>no answer from %1: %2</source>
        <translation>keine Antwort von %1: %2</translation>
    </message>
    <message>
        <source>`%1` is not a header name</source>
        <translation>`%1` ist kein Header-Name</translation>
    </message>
    <message>
        <source>the value of header `%1` has a line break or another control character</source>
        <translation>der Wert des Headers `%1` enthält einen Zeilenumbruch oder ein anderes Steuerzeichen</translation>
    </message>
    <message>
        <source>%1 was silent for %2 (limits: idle)</source>
        <translation>%1 hat %2 lang nichts gesendet (limits: idle)</translation>
    </message>
    <message>
        <source>`%1` is not a URL: %2</source>
        <translation>`%1` ist keine URL: %2</translation>
    </message>
    <message>
        <source>`%1` is neither http nor https</source>
        <translation>`%1` ist weder http noch https</translation>
    </message>
    <message>
        <source>the URL carries a user or a password; expected them under `authentication`</source>
        <translation>die URL enthält einen Benutzernamen oder ein Passwort; sie gehören unter `authentication`</translation>
    </message>
</context>
<context>
    <name>painting</name>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Read too early</source>
        <translation>Zu früh gelesen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pipeline</name>
    <message>
        <source>there is no pipeline &apos;%1&apos;</source>
        <translation>es gibt keine Pipeline &apos;%1&apos;</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no task &apos;%2&apos;</source>
        <translation>&apos;%1&apos; hat keinen Task &apos;%2&apos;</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: expected letters, digits, _ and - only</source>
        <translation>&apos;%1&apos;: nur Buchstaben, Ziffern, _ und - sind erlaubt</translation>
    </message>
    <message>
        <source>&apos;%1&apos; exists already</source>
        <translation>&apos;%1&apos; existiert bereits</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: expected pipeline.output</source>
        <translation>&apos;%1&apos;: erwartet wird pipeline.output</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no output &apos;%2&apos;</source>
        <translation>&apos;%1&apos; hat keine Ausgabe &apos;%2&apos;</translation>
    </message>
    <message>
        <source>&apos;%1&apos; depends on &apos;%2&apos; already</source>
        <translation>&apos;%1&apos; hängt bereits von &apos;%2&apos; ab</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not depend on &apos;%2&apos;</source>
        <translation>&apos;%1&apos; hängt nicht von &apos;%2&apos; ab</translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs &apos;%2&apos; already</source>
        <translation>&apos;%1&apos; benötigt bereits &apos;%2&apos;</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not need &apos;%2&apos;</source>
        <translation>&apos;%1&apos; benötigt &apos;%2&apos; nicht</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a field that can be set</source>
        <translation>&apos;%1&apos; ist kein Feld, das gesetzt werden kann</translation>
    </message>
    <message>
        <source>&apos;retries&apos;: expected a whole number, 0 or more</source>
        <translation>&apos;retries&apos;: erwartet wird eine ganze Zahl, 0 oder größer</translation>
    </message>
    <message>
        <source>Add the pipeline %1</source>
        <translation>Pipeline %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove the pipeline %1</source>
        <translation>Pipeline %1 entfernen</translation>
    </message>
    <message>
        <source>Add the task %1 to %2</source>
        <translation>Task %1 zu %2 hinzufügen</translation>
    </message>
    <message>
        <source>Remove the task %1 from %2</source>
        <translation>Task %1 aus %2 entfernen</translation>
    </message>
    <message>
        <source>Rename the task %1 to %2</source>
        <translation>Task %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Let %1 wait for %2</source>
        <translation>%1 auf %2 warten lassen</translation>
    </message>
    <message>
        <source>Let %1 no longer wait for %2</source>
        <translation>%1 nicht mehr auf %2 warten lassen</translation>
    </message>
    <message>
        <source>Add the output %1 to %2</source>
        <translation>Ausgabe %1 zu %2 hinzufügen</translation>
    </message>
    <message>
        <source>Set the schedule of %1 to %2</source>
        <translation>Zeitplan von %1 auf %2 setzen</translation>
    </message>
    <message>
        <source>Remove the schedule of %1</source>
        <translation>Zeitplan von %1 entfernen</translation>
    </message>
    <message>
        <source>Set %1 of %2</source>
        <translation>%1 von %2 setzen</translation>
    </message>
    <message>
        <source>Remove %1 of %2</source>
        <translation>%1 von %2 entfernen</translation>
    </message>
    <message>
        <source>pipelines wait for each other: %1</source>
        <translation>Pipelines warten aufeinander: %1</translation>
    </message>
    <message>
        <source>tasks of &apos;%1&apos; wait for each other: %2</source>
        <translation>Tasks von &apos;%1&apos; warten aufeinander: %2</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a whole number, 0 or more</source>
        <translation>eine ganze Zahl, 0 oder größer</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>eine Liste von Namen</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>eine Map</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; is not known here; it is kept</source>
        <translation>der Schlüssel &apos;%1&apos; ist hier nicht bekannt; er bleibt erhalten</translation>
    </message>
    <message>
        <source> (did you mean &apos;%1&apos;?)</source>
        <translation> (war &apos;%1&apos; gemeint?)</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: expected %2, found %3</source>
        <translation>&apos;%1&apos;: erwartet wird %2, gefunden wurde %3</translation>
    </message>
    <message>
        <source>expected &apos;positions&apos; with two numbers, [x, y], for each id; found %1</source>
        <translation>erwartet wird &apos;positions&apos; mit zwei Zahlen, [x, y], für jede ID; gefunden wurde %1</translation>
    </message>
    <message>
        <source>&apos;run_when&apos;: expected success, done or failure, found &apos;%1&apos;</source>
        <translation>&apos;run_when&apos;: erwartet wird success, done oder failure, gefunden wurde &apos;%1&apos;</translation>
    </message>
    <message>
        <source>&apos;error_after&apos;: expected a count and a period (minute, hour or day)</source>
        <translation>&apos;error_after&apos;: erwartet werden eine Anzahl und ein Zeitraum (minute, hour oder day)</translation>
    </message>
    <message>
        <source>a task: expected an id, or a map with one key, the id, over its settings; found %1</source>
        <translation>ein Task: erwartet wird eine ID oder eine Map mit genau einem Schlüssel, der ID, über ihren Einstellungen; gefunden wurde %1</translation>
    </message>
    <message>
        <source>the dependency &apos;%1&apos;: expected pipeline.output</source>
        <translation>die Abhängigkeit &apos;%1&apos;: erwartet wird pipeline.output</translation>
    </message>
    <message>
        <source>the pipeline &apos;%1&apos;: expected a map, found %2</source>
        <translation>die Pipeline &apos;%1&apos;: erwartet wird eine Map, gefunden wurde %2</translation>
    </message>
    <message>
        <source>a pipeline file: expected a map with the key &apos;pipelines&apos;, found %1</source>
        <translation>eine Pipeline-Datei: erwartet wird eine Map mit dem Schlüssel &apos;pipelines&apos;, gefunden wurde %1</translation>
    </message>
    <message>
        <source>; did you mean &apos;%1&apos;?</source>
        <translation>; war &apos;%1&apos; gemeint?</translation>
    </message>
    <message>
        <source>%1 &apos;%2&apos;: expected letters, digits, _ and - only</source>
        <translation>%1 &apos;%2&apos;: nur Buchstaben, Ziffern, _ und - sind erlaubt</translation>
    </message>
    <message>
        <source>%1, line %2, column %3</source>
        <translation>%1, Zeile %2, Spalte %3</translation>
    </message>
    <message>
        <source>%1 &apos;%2&apos; stands at %3 and at %4</source>
        <translation>%1 &apos;%2&apos; ist doppelt vorhanden: %3 und %4</translation>
    </message>
    <message>
        <source>the schedule &apos;%1&apos;: %2</source>
        <translation>der Zeitplan &apos;%1&apos;: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has a schedule and depends on %2; expected one of both, or it starts before its data is ready</source>
        <translation>&apos;%1&apos; hat einen Zeitplan und hängt von %2 ab; erwartet wird nur eines von beiden, sonst startet die Pipeline, bevor ihre Daten bereit sind</translation>
    </message>
    <message>
        <source>the time zone &apos;%1&apos; is not known; expected an IANA name, such as Europe/Berlin</source>
        <translation>die Zeitzone &apos;%1&apos; ist nicht bekannt; erwartet wird ein IANA-Name wie Europe/Berlin</translation>
    </message>
    <message>
        <source>the sla &apos;%1&apos;: expected a time of day, HH:MM, such as 07:30</source>
        <translation>die SLA &apos;%1&apos;: erwartet wird eine Uhrzeit, HH:MM, zum Beispiel 07:30</translation>
    </message>
    <message>
        <source>the task</source>
        <translation>der Task</translation>
    </message>
    <message>
        <source>the task kind &apos;%1&apos; is not in the catalogue%2</source>
        <translation>die Task-Art &apos;%1&apos; steht nicht im Katalog%2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs &apos;%2&apos;, which is no task of &apos;%3&apos;%4</source>
        <translation>&apos;%1&apos; benötigt &apos;%2&apos;, aber das ist kein Task von &apos;%3&apos;%4</translation>
    </message>
    <message>
        <source>there is no connections/%1.yaml%2</source>
        <translation>es gibt keine connections/%1.yaml%2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; depends on &apos;%2&apos;, but there is no pipeline &apos;%3&apos;%4</source>
        <translation>&apos;%1&apos; hängt von &apos;%2&apos; ab, aber es gibt keine Pipeline &apos;%3&apos;%4</translation>
    </message>
    <message>
        <source>&apos;%1&apos; depends on &apos;%2&apos;, but &apos;%3&apos; has no such output%4</source>
        <translation>&apos;%1&apos; hängt von &apos;%2&apos; ab, aber &apos;%3&apos; hat keine solche Ausgabe%4</translation>
    </message>
    <message>
        <source>the pipeline</source>
        <translation>die Pipeline</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>die Ausgabe</translation>
    </message>
    <message>
        <source>expected a map, found %1</source>
        <translation>erwartet wird eine Map, gefunden wurde %1</translation>
    </message>
    <message>
        <source>&apos;sample_api&apos;: expected true or false</source>
        <translation>&apos;sample_api&apos;: erwartet wird true oder false</translation>
    </message>
    <message>
        <source>&apos;aliases&apos;: expected a dataset&apos;s name, found %1</source>
        <translation>&apos;aliases&apos;: erwartet wird der Name eines Datasets, gefunden wurde %1</translation>
    </message>
    <message>
        <source>&apos;connection.kind&apos; is missing; expected a connector, such as rest</source>
        <translation>&apos;connection.kind&apos; fehlt; erwartet wird ein Konnektor, zum Beispiel rest</translation>
    </message>
    <message>
        <source>there is no file or folder of this name</source>
        <translation>es gibt keine Datei und keinen Ordner dieses Namens</translation>
    </message>
    <message>
        <source>the folder cannot be read</source>
        <translation>der Ordner kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>a pipeline file: the key &apos;pipelines&apos; is missing, so nothing in this file is drawn</source>
        <translation>Pipeline-Datei: der Schlüssel „pipelines“ fehlt, deshalb wird nichts aus dieser Datei gezeichnet</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>neither JSON nor XML nor an SQLite database</source>
        <translation>weder JSON noch XML noch eine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>%1; looked for: %2</source>
        <translation>%1; gesucht wurde: %2</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>a DuckDB database, which only DuckDB itself can open: export `_dlt_loads` to SQLite, or import another record of these loads</source>
        <translation>eine DuckDB-Datenbank, die nur DuckDB selbst öffnen kann: `_dlt_loads` nach SQLite exportieren oder eine andere Aufzeichnung dieser Ladevorgänge importieren</translation>
    </message>
    <message>
        <source>a binary file of an unknown kind</source>
        <translation>eine Binärdatei unbekannter Art</translation>
    </message>
    <message>
        <source>no run history in a known format</source>
        <translation>keine Laufhistorie in einem bekannten Format</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>es gibt keine solche Datei und keinen solchen Ordner</translation>
    </message>
    <message>
        <source>this folder cannot be read; nothing in it was imported</source>
        <translation>dieser Ordner ist nicht lesbar; nichts daraus wurde importiert</translation>
    </message>
    <message>
        <source>this is not a regular file</source>
        <translation>das ist keine gewöhnliche Datei</translation>
    </message>
</context>
<context>
    <name>sampleapi</name>
    <message>
        <source>the sample&apos;s own API cannot listen on 127.0.0.1:%1: %2</source>
        <translation>die eigene API des Beispiels kann nicht auf 127.0.0.1:%1 lauschen: %2</translation>
    </message>
</context>
<context>
    <name>schedule</name>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>als Nächstes %1</translation>
    </message>
</context>
<context>
    <name>secrets</name>
    <message>
        <source>the secret `%1` is not known; expected it in the environment as WEIRKEEPER_SECRET_%2 or in .weirkeeper/secrets</source>
        <translation>das Secret `%1` ist nicht bekannt; erwartet wird es in der Umgebung als WEIRKEEPER_SECRET_%2 oder in .weirkeeper/secrets</translation>
    </message>
    <message>
        <source>the environment variable `%1` is not set</source>
        <translation>die Umgebungsvariable `%1` ist nicht gesetzt</translation>
    </message>
    <message>
        <source>`${%1}` is no reference; expected ${secret:NAME} or ${env:NAME}, or $${ for a plain ${</source>
        <translation>`${%1}` ist keine Referenz; erwartet wird ${secret:NAME} oder ${env:NAME}, oder $${ für ein einfaches ${</translation>
    </message>
    <message>
        <source>a `${` without its `}`</source>
        <translation>ein `${` ohne das zugehörige `}`</translation>
    </message>
    <message>
        <source>other users may read this file of secrets; expected mode 0600</source>
        <translation>andere Benutzer können diese Datei mit Secrets lesen; erwartet wird der Modus 0600</translation>
    </message>
</context>
<context>
    <name>services</name>
    <message>
        <source>The sample “%1” is not installed; looked in %2</source>
        <translation>Das Beispiel „%1“ ist nicht installiert; gesucht wurde in %2</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>startpage</name>
    <message>
        <source>When did each job really run, and what had it read by then?</source>
        <translation>Wann lief jeder Job wirklich, und was hatte er bis dahin gelesen?</translation>
    </message>
    <message>
        <source>Open a folder with pipelines, or the sample: three weeks of a concrete company&apos;s runs in four systems, with one bad morning to find. Files with run histories can be dropped onto this window.</source>
        <translation>Einen Ordner mit Pipelines öffnen oder das Beispiel: drei Wochen Läufe eines Betonherstellers in vier Systemen, darunter ein schlechter Morgen, den es zu finden gilt. Dateien mit Laufhistorien lassen sich auf dieses Fenster ziehen.</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in der Warteschlange</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>waiting to retry</source>
        <translation>wartet auf Wiederholung</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>ok, with warnings</source>
        <translation>ok, mit Warnungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>read too early</source>
        <translation>zu früh gelesen</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>%1 requests a minute is this server’s limit.</source>
        <translation>Dieser Server erlaubt %1 Anfragen pro Minute.</translation>
    </message>
    <message>
        <source>About %1 requests a minute is this server’s limit.</source>
        <translation>Dieser Server erlaubt etwa %1 Anfragen pro Minute.</translation>
    </message>
    <message>
        <source>%1 of %2 requests were refused (429). A budget avoids the waits.</source>
        <translation>%1 von %2 Anfragen wurden abgelehnt (429). Ein Budget vermeidet die Wartezeiten.</translation>
    </message>
    <message>
        <source>Set rate limit: %1 a minute</source>
        <translation>Rate-Limit setzen: %1 pro Minute</translation>
    </message>
    <message>
        <source>%1 is read in full every time.</source>
        <translation>%1 wird jedes Mal vollständig gelesen.</translation>
    </message>
    <message>
        <source>It has %1, rising from row to row.</source>
        <translation>Das Feld %1 steigt von Zeile zu Zeile.</translation>
    </message>
    <message>
        <source>Read incrementally</source>
        <translation>Inkrementell lesen</translation>
    </message>
    <message>
        <source>asked to by the server (%1)</source>
        <translation>vom Server verlangt (%1)</translation>
    </message>
    <message>
        <source>to stay within the rate limit</source>
        <translation>um das Rate-Limit einzuhalten</translation>
    </message>
    <message>
        <source>server error %1</source>
        <translation>Serverfehler %1</translation>
    </message>
    <message>
        <source>the answer was not JSON</source>
        <translation>die Antwort war kein JSON</translation>
    </message>
    <message>
        <source>waiting %1, %2</source>
        <translation>wartet %1, %2</translation>
    </message>
    <message>
        <source>done, resumed</source>
        <translation>fertig, fortgesetzt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>interrupted, the next sync goes on</source>
        <translation>unterbrochen, der nächste Sync macht weiter</translation>
    </message>
    <message>
        <source>cancelled, the next sync goes on</source>
        <translation>abgebrochen, der nächste Sync macht weiter</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Correct the connection file at that place, then sync again.</source>
        <translation>Die Verbindungsdatei an dieser Stelle korrigieren, dann den Sync erneut starten.</translation>
    </message>
    <message>
        <source>Check that the server runs and can be reached from here. The next sync goes on after the last committed page.</source>
        <translation>Prüfen, ob der Server läuft und von hier aus erreichbar ist. Der nächste Sync macht nach der letzten per Commit gespeicherten Seite weiter.</translation>
    </message>
    <message>
        <source>The server was too slow. Sync again: it goes on after the last committed page. Smaller pages may help.</source>
        <translation>Der Server war zu langsam. Den Sync erneut starten: Er macht nach der letzten per Commit gespeicherten Seite weiter. Kleinere Seiten können helfen.</translation>
    </message>
    <message>
        <source>The server kept refusing. Set a lower rate limit, wait a little, then sync again.</source>
        <translation>Der Server hat immer wieder abgelehnt. Ein niedrigeres Rate-Limit setzen, kurz warten und den Sync erneut starten.</translation>
    </message>
    <message>
        <source>The server failed, not the connection. Sync again later: it goes on after the last committed page.</source>
        <translation>Der Fehler liegt beim Server, nicht bei der Verbindung. Den Sync später erneut starten: Er macht nach der letzten per Commit gespeicherten Seite weiter.</translation>
    </message>
    <message>
        <source>Check the secret and what it may read; Test connection tells whether it is accepted.</source>
        <translation>Das Secret und seine Leserechte prüfen; „Verbindung testen“ zeigt, ob es akzeptiert wird.</translation>
    </message>
    <message>
        <source>Check base_url and the stream&apos;s path in the connection file.</source>
        <translation>base_url und den Pfad des Streams in der Verbindungsdatei prüfen.</translation>
    </message>
    <message>
        <source>The answer is not what a REST source sends. Look at the request at the right, and at base_url.</source>
        <translation>Die Antwort entspricht nicht dem, was eine REST-Quelle sendet. Die Anfrage rechts und base_url prüfen.</translation>
    </message>
    <message>
        <source>Check the stream&apos;s pagination: its pages do not follow one another as it says.</source>
        <translation>Die Paginierung des Streams prüfen: Seine Seiten folgen nicht so aufeinander, wie dort angegeben.</translation>
    </message>
    <message>
        <source>Check the stream&apos;s records path: what lies there is no list of records.</source>
        <translation>Den Pfad records des Streams prüfen: Was dort liegt, ist keine Liste von Datensätzen.</translation>
    </message>
    <message>
        <source>Check the stream&apos;s primary_key: records come without it.</source>
        <translation>primary_key des Streams prüfen: Es kommen Datensätze ohne diesen Schlüssel.</translation>
    </message>
    <message>
        <source>Check the stream&apos;s cursor_field: its values cannot be compared.</source>
        <translation>cursor_field des Streams prüfen: Seine Werte lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>Two streams or fields would share one name in the target. Rename a stream.</source>
        <translation>Zwei Streams oder Felder bekämen im Ziel denselben Namen. Einen Stream umbenennen.</translation>
    </message>
    <message>
        <source>The target file could not be written. Check the disk, and whether another program holds the file.</source>
        <translation>Die Zieldatei konnte nicht geschrieben werden. Den Datenträger prüfen und ob ein anderes Programm die Datei geöffnet hat.</translation>
    </message>
    <message>
        <source>An answer was larger than allowed. Ask for smaller pages.</source>
        <translation>Eine Antwort war größer als erlaubt. Kleinere Seiten anfordern.</translation>
    </message>
    <message>
        <source>Look at the log below; the next sync goes on after the last committed page.</source>
        <translation>Das Protokoll unten ansehen; der nächste Sync macht nach der letzten per Commit gespeicherten Seite weiter.</translation>
    </message>
</context>
<context>
    <name>syncs</name>
    <message>
        <source>there is no connection `%1`; expected the file %2</source>
        <translation>es gibt keine Verbindung `%1`; erwartet wird die Datei %2</translation>
    </message>
    <message>
        <source>there is no workspace; expected a folder</source>
        <translation>es gibt keinen Arbeitsbereich; erwartet wird ein Ordner</translation>
    </message>
    <message>
        <source>expected tables or json, found `%1`</source>
        <translation>erwartet wird tables oder json, gefunden wurde `%1`</translation>
    </message>
    <message>
        <source>expected a map such as {disposition: merge}, found %1</source>
        <translation>erwartet wird eine Map wie {disposition: merge}, gefunden wurde %1</translation>
    </message>
    <message>
        <source>expected append, replace or merge, found `%1`</source>
        <translation>erwartet wird append, replace oder merge, gefunden wurde `%1`</translation>
    </message>
    <message>
        <source>merge needs the stream&apos;s primary_key</source>
        <translation>merge benötigt den primary_key des Streams</translation>
    </message>
    <message>
        <source>lag needs `disposition: merge`; stream %1 has %2</source>
        <translation>lag benötigt `disposition: merge`; der Stream %1 hat %2</translation>
    </message>
    <message>
        <source>the stream name `%1` is taken by the program&apos;s own tables</source>
        <translation>der Streamname `%1` ist durch programmeigene Tabellen belegt</translation>
    </message>
    <message>
        <source>the streams `%1` and `%2` would both be table %3</source>
        <translation>die Streams `%1` und `%2` würden beide zur Tabelle %3</translation>
    </message>
    <message>
        <source>unknown connector `%1`; expected one of: %2</source>
        <translation>unbekannter Konnektor `%1`; erwartet wird einer von: %2</translation>
    </message>
    <message>
        <source>a lag cannot be subtracted from the cursor `%1`: it is neither a time nor a number</source>
        <translation>vom Cursor `%1` kann kein lag abgezogen werden: er ist weder eine Zeit noch eine Zahl</translation>
    </message>
    <message>
        <source>the disk is full; nothing of this page was stored</source>
        <translation>der Datenträger ist voll; von dieser Seite wurde nichts gespeichert</translation>
    </message>
    <message>
        <source>another program is writing to the database: %1</source>
        <translation>ein anderes Programm schreibt in die Datenbank: %1</translation>
    </message>
    <message>
        <source>this is no intact SQLite file: %1</source>
        <translation>dies ist keine intakte SQLite-Datei: %1</translation>
    </message>
    <message>
        <source>the database cannot be written: %1</source>
        <translation>die Datenbank kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>this is no SQLite file, and not empty; it is left alone</source>
        <translation>das ist keine SQLite-Datei und nicht leer; sie bleibt unberührt</translation>
    </message>
    <message>
        <source>a field name has an unpaired surrogate, which no text can hold</source>
        <translation>ein Feldname enthält ein ungepaartes Surrogat, das in keinem Text stehen kann</translation>
    </message>
    <message>
        <source>field `%1` has an unpaired surrogate, which no text can hold</source>
        <translation>das Feld `%1` enthält ein ungepaartes Surrogat, das in keinem Text stehen kann</translation>
    </message>
    <message>
        <source>the record is no object</source>
        <translation>der Datensatz ist kein Objekt</translation>
    </message>
    <message>
        <source>the record has no value for its primary key (%1)</source>
        <translation>der Datensatz hat keinen Wert für seinen Primärschlüssel (%1)</translation>
    </message>
    <message>
        <source>the cursor field %1 changed from `%2` to `%3`, which cannot be compared</source>
        <translation>das Cursorfeld %1 wechselte von `%2` zu `%3`, was sich nicht vergleichen lässt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>the pages go in a circle: page %1 leads to `%2`, which this read has followed already</source>
        <translation>die Seiten führen im Kreis: Seite %1 verweist auf `%2`, und dem ist dieser Lesevorgang bereits gefolgt</translation>
    </message>
    <message>
        <source>the connection syncs no stream</source>
        <translation>die Verbindung synchronisiert keinen Stream</translation>
    </message>
    <message numerus="yes">
        <source>%1 answered with %n record(s).</source>
        <translation>
            <numerusform>%1 hat mit %n Datensatz geantwortet.</numerusform>
            <numerusform>%1 hat mit %n Datensätzen geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>the limit is %1; expected 1 or more</source>
        <translation>das Limit ist %1; erwartet wird 1 oder mehr</translation>
    </message>
    <message>
        <source>there is no stream `%1`; expected one of: %2</source>
        <translation>es gibt keinen Stream `%1`; erwartet wird einer von: %2</translation>
    </message>
    <message>
        <source>table %1: the field %2 is stored as %3, because %4 is another field&apos;s column</source>
        <translation>Tabelle %1: das Feld %2 wird als %3 gespeichert, weil %4 die Spalte eines anderen Feldes ist</translation>
    </message>
    <message>
        <source>table %1 would have more than %2 columns</source>
        <translation>Tabelle %1 hätte mehr als %2 Spalten</translation>
    </message>
    <message>
        <source>table %1 already holds several rows of one primary key, so that merge cannot tell them apart: %2</source>
        <translation>Tabelle %1 enthält bereits mehrere Zeilen mit demselben Primärschlüssel, sodass merge sie nicht unterscheiden kann: %2</translation>
    </message>
    <message>
        <source>the lock file %1 cannot be made</source>
        <translation>die Sperrdatei %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>another sync (process %1) is writing to this file; wait for it, or choose another file with --into</source>
        <translation>ein anderer Sync (Prozess %1) schreibt in diese Datei; auf ihn warten oder mit --into eine andere Datei wählen</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
</context>
<context>
    <name>syncview::RefusedModel</name>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Wie empfangen</translation>
    </message>
</context>
<context>
    <name>syncview::RequestPanel</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>No request yet</source>
        <translation>Noch keine Anfrage</translation>
    </message>
    <message>
        <source>Every request of a sync is listed under Requests. The selected one is shown here with its answer.</source>
        <translation>Jede Anfrage eines Syncs wird unter „Anfragen“ aufgeführt. Die ausgewählte wird hier mit ihrer Antwort gezeigt.</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>REQUEST %1 OF %2</source>
        <translation>ANFRAGE %1 VON %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>Attempt %1 of %2.</source>
        <translation>Versuch %1 von %2.</translation>
    </message>
    <message>
        <source>Attempt %1.</source>
        <translation>Versuch %1.</translation>
    </message>
    <message>
        <source>%1, page %2, record %3</source>
        <translation>%1, Seite %2, Datensatz %3</translation>
    </message>
    <message>
        <source>and %1 more, under Refused</source>
        <translation>und %1 weitere unter „Abgelehnt“</translation>
    </message>
</context>
<context>
    <name>syncview::RequestsModel</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
</context>
<context>
    <name>syncview::StreamsModel</name>
    <message>
        <source>not synced in this session</source>
        <translation>in dieser Sitzung nicht synchronisiert</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in der Warteschlange</translation>
    </message>
    <message>
        <source>reading on, resumed</source>
        <translation>liest weiter, fortgesetzt</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Ladeart</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>stopped at the limit, the next sync goes on</source>
        <translation>an der Grenze angehalten, der nächste Sync macht weiter</translation>
    </message>
</context>
<context>
    <name>syncview::SyncHeader</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Commits the page in hand and stops; the next sync goes on from there</source>
        <translation>Speichert die aktuelle Seite mit einem Commit und hält an; der nächste Sync macht dort weiter</translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation>Fortschritt des Syncs</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
</context>
<context>
    <name>syncview::SyncView</name>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>The connection cannot be read</source>
        <translation>Die Verbindung kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The sync was not started</source>
        <translation>Der Sync wurde nicht gestartet</translation>
    </message>
    <message>
        <source>%1: sync started, into %2</source>
        <translation>%1: Sync gestartet, nach %2</translation>
    </message>
    <message>
        <source>Testing the connection</source>
        <translation>Verbindung wird getestet</translation>
    </message>
    <message>
        <source>The connection works</source>
        <translation>Die Verbindung funktioniert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The connection does not work</source>
        <translation>Die Verbindung funktioniert nicht</translation>
    </message>
    <message>
        <source>Try a source here</source>
        <translation>Eine Quelle hier ausprobieren</translation>
    </message>
    <message>
        <source>Select a connection at the left. A sync loads its streams into a SQLite file on this machine, shows every request, and goes on where it stopped.</source>
        <translation>Links eine Verbindung auswählen. Ein Sync lädt ihre Streams in eine SQLite-Datei auf diesem Rechner, zeigt jede Anfrage und macht dort weiter, wo er angehalten hat.</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>Rows, requests, refused rows and state</source>
        <translation>Zeilen, Anfragen, abgelehnte Zeilen und Zustand</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>State: what the next sync goes on from</source>
        <translation>Zustand: hier macht der nächste Sync weiter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>This connection syncs no stream.</source>
        <translation>Diese Verbindung synchronisiert keinen Stream.</translation>
    </message>
    <message>
        <source>The first rows of %1 appear here as soon as a page is committed.</source>
        <translation>Die ersten Zeilen von %1 erscheinen hier, sobald eine Seite per Commit gespeichert ist.</translation>
    </message>
    <message>
        <source>Press Sync to load %1 into this file.</source>
        <translation>Auf „Sync“ klicken, um %1 in diese Datei zu laden.</translation>
    </message>
    <message>
        <source>Rows  %1 of %2</source>
        <translation>Zeilen  %1 von %2</translation>
    </message>
    <message>
        <source>Rows  %1</source>
        <translation>Zeilen  %1</translation>
    </message>
    <message>
        <source>A replacement that is still being read</source>
        <translation>Ein Ersatz, der noch gelesen wird</translation>
    </message>
    <message>
        <source>%1 has no state yet: the first sync reads it from the beginning.</source>
        <translation>%1 hat noch keinen Zustand: Der erste Sync liest von Anfang an.</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <comment>counter</comment>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>1 stream</source>
        <translation>1 Stream</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n streams</source>
        <translation>
            <numerusform>%1 von %n Stream</numerusform>
            <numerusform>%1 von %n Streams</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests  %1</source>
        <translation>Anfragen  %1</translation>
    </message>
    <message>
        <source>Refused  %1</source>
        <translation>Abgelehnt  %1</translation>
    </message>
    <message>
        <source>The sync failed</source>
        <translation>Der Sync ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 was interrupted</source>
        <translation>%1 wurde unterbrochen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>What was committed stays; the next sync goes on after it.</source>
        <translation>Was per Commit gespeichert ist, bleibt; der nächste Sync macht danach weiter.</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>SLA %1</source>
        <translation>SLA %1</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>usual %1</source>
        <translation>üblich %1</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>extraction</source>
        <translation>Extraktion</translation>
    </message>
    <message>
        <source>transformation</source>
        <translation>Transformation</translation>
    </message>
    <message>
        <source>refresh</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>read too early</source>
        <translation>zu früh gelesen</translation>
    </message>
    <message>
        <source>N next problem</source>
        <translation>N nächstes Problem</translation>
    </message>
    <message>
        <source>[ ] walk dependency</source>
        <translation>[ ] Abhängigkeit verfolgen</translation>
    </message>
    <message>
        <source>Z zoom to selection</source>
        <translation>Z auf Auswahl zoomen</translation>
    </message>
    <message>
        <source>Freshness · %1</source>
        <translation>Aktualität · %1</translation>
    </message>
    <message>
        <source>loaded at (LOADEDON)</source>
        <translation>geladen am (LOADEDON)</translation>
    </message>
    <message>
        <source>cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>business date</source>
        <translation>Geschäftsdatum</translation>
    </message>
    <message>
        <source>showed old data</source>
        <translation>alte Daten gezeigt</translation>
    </message>
    <message>
        <source>read old data</source>
        <translation>alte Daten gelesen</translation>
    </message>
    <message>
        <source>%1 after its deadline</source>
        <translation>%1 nach der Deadline</translation>
    </message>
    <message>
        <source>read &lt;b&gt;after its load had failed&lt;/b&gt;</source>
        <translation>gelesen, &lt;b&gt;nachdem der Ladevorgang fehlgeschlagen war&lt;/b&gt;</translation>
    </message>
    <message>
        <source>read &lt;b&gt;before&lt;/b&gt; its load ended</source>
        <translation>&lt;b&gt;vor&lt;/b&gt; dem Ende des Ladevorgangs gelesen</translation>
    </message>
    <message>
        <source>read &lt;b&gt;%1 before&lt;/b&gt; that day&apos;s load ended</source>
        <translation>&lt;b&gt;%1 vor&lt;/b&gt; dem Ende des Ladevorgangs dieses Tages gelesen</translation>
    </message>
    <message>
        <source>read &lt;b&gt;%1 before&lt;/b&gt; its load ended</source>
        <translation>&lt;b&gt;%1 vor&lt;/b&gt; dem Ende des Ladevorgangs gelesen</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>Versuche</translation>
    </message>
</context>
<context>
    <name>timeline::TimelineWidget</name>
    <message>
        <source>attempts: %1</source>
        <translation>Versuche: %1</translation>
    </message>
    <message>
        <source>took %1, usual %2</source>
        <translation>Dauer %1, üblich %2</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>gestartet %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>beendet %1</translation>
    </message>
    <message>
        <source>no end recorded</source>
        <translation>kein Ende aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 runs, the worst: %2</source>
        <translation>%1 Läufe, schlimmster Fall: %2</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1: loaded at %2</source>
        <translation>%1: geladen %2</translation>
    </message>
    <message>
        <source>%1: through %2</source>
        <translation>%1: bis %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 was due %2, and no run of it is recorded</source>
        <translation>%1 war fällig: %2; dazu ist kein Lauf aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 runs, %2 models in them</source>
        <translation>%1 Läufe, darin %2 Modelle</translation>
    </message>
    <message>
        <source>%1 failed, %2 late, %3 read too early</source>
        <translation>%1 fehlgeschlagen, %2 verspätet, %3 zu früh gelesen</translation>
    </message>
    <message>
        <source>duration: median %1, P95 %2</source>
        <translation>Dauer: Median %1, P95 %2</translation>
    </message>
    <message>
        <source>something ran for %1</source>
        <translation>insgesamt lief %1 lang etwas</translation>
    </message>
    <message>
        <source>Click to choose the time zone</source>
        <translation>Klicken, um die Zeitzone zu wählen</translation>
    </message>
    <message>
        <source>Timeline of runs</source>
        <translation>Zeitachse der Läufe</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Import what dbt, Airbyte, dlt, Tableau or OpenLineage have recorded, and see here when every job really ran and where two of them missed each other.</source>
        <translation>Importieren, was dbt, Airbyte, dlt, Tableau oder OpenLineage aufgezeichnet haben, und hier sehen, wann jeder Job wirklich lief und wo zwei von ihnen einander verpasst haben.</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>This computer: %1</source>
        <translation>Dieser Rechner: %1</translation>
    </message>
    <message>
        <source>All systems</source>
        <translation>Alle Systeme</translation>
    </message>
</context>
<context>
    <name>window::BottomTabs</name>
    <message>
        <source>Problems, log and undo history</source>
        <translation>Probleme, Protokoll und Rückgängig-Verlauf</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Stand beim Öffnen</translation>
    </message>
    <message>
        <source>Undo history</source>
        <translation>Rückgängig-Verlauf</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>window::DatasetPage</name>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>no task of this workspace</source>
        <translation>kein Task dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>last load ended</source>
        <translation>letzter Ladevorgang beendet</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Gelesen von</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Try a sync…</source>
        <translation>Sync ausprobieren…</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
</context>
<context>
    <name>window::DesignPage</name>
    <message>
        <source>Move on the canvas</source>
        <translation>Auf der Zeichenfläche verschieben</translation>
    </message>
</context>
<context>
    <name>window::DiagnosisController</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Written into the YAML: %1</source>
        <translation>In das YAML geschrieben: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Commit…</source>
        <translation>Commit…</translation>
    </message>
</context>
<context>
    <name>window::EditController</name>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Extraction</source>
        <translation>Extraktion</translation>
    </message>
    <message>
        <source>Transformation</source>
        <translation>Transformation</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>Add a task to %1: which kind?</source>
        <translation>Task zu %1 hinzufügen: welche Art?</translation>
    </message>
    <message>
        <source>Add pipeline</source>
        <translation>Pipeline hinzufügen</translation>
    </message>
    <message>
        <source>Name of the pipeline</source>
        <translation>Name der Pipeline</translation>
    </message>
    <message>
        <source>Rename task</source>
        <translation>Task umbenennen</translation>
    </message>
    <message>
        <source>New name of %1</source>
        <translation>Neuer Name von %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>Checked %n pipeline(s): nothing is wrong.</source>
        <translation>
            <numerusform>%n Pipeline geprüft: alles in Ordnung.</numerusform>
            <numerusform>%n Pipelines geprüft: alles in Ordnung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n problem(s), listed below.</source>
        <translation>
            <numerusform>Geprüft: %n Problem, unten aufgeführt.</numerusform>
            <numerusform>Geprüft: %n Probleme, unten aufgeführt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window::ExportController</name>
    <message>
        <source>Export to %1: into which folder?</source>
        <translation>Nach %1 exportieren: in welchen Ordner?</translation>
    </message>
    <message>
        <source>Export here</source>
        <translation>Hierhin exportieren</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n file(s) to %1</source>
        <translation>
            <numerusform>%n Datei nach %1 exportiert</numerusform>
            <numerusform>%n Dateien nach %1 exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that %1 cannot say are in the log</source>
        <translation>
            <numerusform>%n Punkt, den %1 nicht ausdrücken kann, steht im Protokoll</numerusform>
            <numerusform>%n Punkte, die %1 nicht ausdrücken kann, stehen im Protokoll</numerusform>
        </translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
</context>
<context>
    <name>window::FileController</name>
    <message>
        <source>%1 was changed by another program and has been read again</source>
        <translation>%1 wurde von einem anderen Programm geändert und neu eingelesen</translation>
    </message>
    <message>
        <source>Files of this workspace were added or removed by another program.</source>
        <translation>Ein anderes Programm hat Dateien dieses Arbeitsbereichs hinzugefügt oder entfernt.</translation>
    </message>
    <message>
        <source>Reload from disk</source>
        <translation>Neu vom Datenträger laden</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <source>%1 was changed by another program while it has edits here that are not saved.</source>
        <translation>%1 wurde von einem anderen Programm geändert, während hier ungespeicherte Änderungen vorliegen.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Eigene Fassung behalten</translation>
    </message>
    <message>
        <source>Take the file&apos;s text</source>
        <translation>Text der Datei übernehmen</translation>
    </message>
    <message>
        <source>%1: changed on disk; not overwritten</source>
        <translation>%1: auf dem Datenträger geändert; nicht überschrieben</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Some edits are not saved.</source>
        <translation>Einige Änderungen sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>window::FindController</name>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Find a pipeline, task, dataset, connection or problem</source>
        <translation>Pipeline, Task, Dataset, Verbindung oder Problem suchen</translation>
    </message>
</context>
<context>
    <name>window::GitController</name>
    <message>
        <source>Committed %1</source>
        <translation>%1 committet</translation>
    </message>
    <message>
        <source>No commit: the edits could not be saved</source>
        <translation>Kein Commit: die Änderungen konnten nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Your edits were saved first: a commit takes what is on the disk.</source>
        <translation>Ihre Änderungen wurden zuerst gespeichert: ein Commit nimmt, was auf der Platte liegt.</translation>
    </message>
</context>
<context>
    <name>window::HelpController</name>
    <message>
        <source>The system information is on the clipboard. It names no workspace and holds no secret.</source>
        <translation>Die Systeminformationen sind in der Zwischenablage. Ein Arbeitsbereich wird darin nicht genannt, ein Secret ist nicht enthalten.</translation>
    </message>
    <message>
        <source>About Weirkeeper</source>
        <translation>Über Weirkeeper</translation>
    </message>
    <message>
        <source>Weirkeeper %1</source>
        <translation>Weirkeeper %1</translation>
    </message>
    <message>
        <source>Puts the runs of Airbyte, dlt, dbt, OpenLineage and Tableau on one time axis, says which job read a table before its load had ended, and writes what would prevent it into the YAML.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Stellt die Läufe von Airbyte, dlt, dbt, OpenLineage und Tableau auf einer Zeitachse dar, zeigt, welcher Job eine Tabelle gelesen hat, bevor ihr Ladevorgang beendet war, und schreibt in das YAML, was dies verhindern würde.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>window::ImportBar</name>
    <message>
        <source>Import progress</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Import abbrechen</translation>
    </message>
    <message>
        <source>Looking for run histories…</source>
        <translation>Laufhistorien werden gesucht…</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>window::ImportController</name>
    <message>
        <source>Import run histories</source>
        <translation>Laufhistorien importieren</translation>
    </message>
    <message>
        <source>Import a folder of run histories</source>
        <translation>Ordner mit Laufhistorien importieren</translation>
    </message>
    <message>
        <source>Open a workspace first: runs are kept with it.</source>
        <translation>Zuerst einen Arbeitsbereich öffnen: Läufe werden bei ihm abgelegt.</translation>
    </message>
    <message>
        <source>%1: refused: %2</source>
        <translation>%1: abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3 new, %4 updated, %5 unchanged</source>
        <translation>%1: %2, %3 neu, %4 aktualisiert, %5 unverändert</translation>
    </message>
    <message numerus="yes">
        <source>Imported: %1 new, %2 updated, %3 unchanged, from %n file(s)</source>
        <translation>
            <numerusform>Importiert: %1 neu, %2 aktualisiert, %3 unverändert, aus %n Datei</numerusform>
            <numerusform>Importiert: %1 neu, %2 aktualisiert, %3 unverändert, aus %n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) refused</source>
        <translation>
            <numerusform>%n Datei abgelehnt</numerusform>
            <numerusform>%n Dateien abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. </source>
        <translation>Abgebrochen. </translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
</context>
<context>
    <name>window::Inspector</name>
    <message>
        <source>Select a run or a problem: what happened, on both clocks, and what to do about it is said here.</source>
        <translation>Einen Lauf oder ein Problem auswählen: Hier steht dann, was auf beiden Uhren geschah und was zu tun ist.</translation>
    </message>
    <message>
        <source>Select a pipeline, a task, a dataset or a connection to see and change its settings.</source>
        <translation>Eine Pipeline, einen Task, ein Dataset oder eine Verbindung auswählen, um die Einstellungen zu sehen und zu ändern.</translation>
    </message>
</context>
<context>
    <name>window::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>Protokoll kopieren</translation>
    </message>
</context>
<context>
    <name>window::LookController</name>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>The language changes when Weirkeeper is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Weirkeeper.</translation>
    </message>
</context>
<context>
    <name>window::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>window::ParameterEditor</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (erforderlich)</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>This cannot be read as JSON; the file keeps the old value.</source>
        <translation>Das ist kein lesbares JSON; die Datei behält den alten Wert.</translation>
    </message>
</context>
<context>
    <name>window::PipelinePage</name>
    <message>
        <source>Add an output: type its name, Enter</source>
        <translation>Ausgabe hinzufügen: Namen eingeben, Eingabetaste</translation>
    </message>
    <message>
        <source>Add an output</source>
        <translation>Ausgabe hinzufügen</translation>
    </message>
    <message>
        <source>Add a dependency</source>
        <translation>Abhängigkeit hinzufügen</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>none: by hand, or after others</source>
        <translation>keiner: von Hand oder nach anderen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Cron: minute, hour, day of month, month, day of week</source>
        <translation>Cron: Minute, Stunde, Tag des Monats, Monat, Wochentag</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Ready by (SLA)</source>
        <translation>Fertig bis (SLA)</translation>
    </message>
    <message>
        <source>No time zone of this name is known. Expected a name such as America/Los_Angeles or UTC.</source>
        <translation>Es ist keine Zeitzone dieses Namens bekannt. Erwartet wird ein Name wie America/Los_Angeles oder UTC.</translation>
    </message>
    <message>
        <source>Expected a time of day such as 08:00</source>
        <translation>Erwartet wird eine Uhrzeit wie 08:00</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the dependency on %1</source>
        <translation>Abhängigkeit von %1 entfernen</translation>
    </message>
    <message>
        <source>Wait for…</source>
        <translation>Warten auf…</translation>
    </message>
</context>
<context>
    <name>window::ProblemsModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>window::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>What the rules find in the YAML, and the diagnosis in the runs, is listed here.</source>
        <translation>Hier wird aufgeführt, was die Regeln im YAML und die Diagnose in den Läufen finden.</translation>
    </message>
    <message>
        <source>No problems in the YAML. Import runs to see whether any of them read a table before its load had ended.</source>
        <translation>Keine Probleme im YAML. Läufe importieren, um zu sehen, ob einer davon eine Tabelle gelesen hat, bevor ihr Ladevorgang beendet war.</translation>
    </message>
    <message>
        <source>No problems: the YAML is sound, and no run read a table before its load had ended.</source>
        <translation>Keine Probleme: Das YAML ist in Ordnung, und kein Lauf hat eine Tabelle gelesen, bevor ihr Ladevorgang beendet war.</translation>
    </message>
</context>
<context>
    <name>window::ScheduleView</name>
    <message>
        <source>No schedule: runs when somebody starts it.</source>
        <translation>Kein Zeitplan: läuft, wenn jemand den Start auslöst.</translation>
    </message>
</context>
<context>
    <name>window::StatusLine</name>
    <message>
        <source>not saved: changed on disk</source>
        <translation>nicht gespeichert: auf dem Datenträger geändert</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wird gespeichert…</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>all saved</source>
        <translation>alles gespeichert</translation>
    </message>
    <message>
        <source>nothing imported yet</source>
        <translation>noch nichts importiert</translation>
    </message>
    <message>
        <source>store %1</source>
        <translation>Datenspeicher %1</translation>
    </message>
    <message>
        <source>imported just now</source>
        <translation>soeben importiert</translation>
    </message>
    <message>
        <source>imported %1 ago</source>
        <translation>vor %1 importiert</translation>
    </message>
    <message>
        <source>no workspace</source>
        <translation>kein Arbeitsbereich</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message numerus="yes">
        <source>%n system(s)</source>
        <translation>
            <numerusform>%n System</numerusform>
            <numerusform>%n Systeme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pipeline(s)</source>
        <translation>
            <numerusform>%n Pipeline</numerusform>
            <numerusform>%n Pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n Task</numerusform>
            <numerusform>%n Tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window::SyncController</name>
    <message>
        <source>Limit: %1</source>
        <translation>Grenze: %1</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>At most so many records of each stream in this sync</source>
        <translation>Höchstens so viele Datensätze je Stream in diesem Sync</translation>
    </message>
    <message>
        <source>Limit of records</source>
        <translation>Grenze der Datensätze</translation>
    </message>
    <message>
        <source>%1 records a stream</source>
        <translation>%1 Datensätze je Stream</translation>
    </message>
    <message>
        <source>%1: set %2 to %3</source>
        <translation>%1: %2 auf %3 setzen</translation>
    </message>
    <message>
        <source>Written into connections/%1.yaml: %2</source>
        <translation>In connections/%1.yaml geschrieben: %2</translation>
    </message>
    <message>
        <source>No sync: the edits could not be saved</source>
        <translation>Kein Sync: die Änderungen konnten nicht gespeichert werden</translation>
    </message>
</context>
<context>
    <name>window::TaskPage</name>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>A whole number, or empty for none</source>
        <translation>Eine ganze Zahl, oder leer für keine</translation>
    </message>
    <message>
        <source>A length of time such as 1 h, 90 min or PT1H30M</source>
        <translation>Eine Zeitdauer wie 1 h, 90 min oder PT1H30M</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>noch nicht gewählt</translation>
    </message>
    <message>
        <source>%1 (no such connection)</source>
        <translation>%1 (keine solche Verbindung)</translation>
    </message>
    <message>
        <source>Fewer parameters</source>
        <translation>Weniger Parameter</translation>
    </message>
    <message numerus="yes">
        <source>%n more parameter(s)</source>
        <translation>
            <numerusform>%n weiterer Parameter</numerusform>
            <numerusform>%n weitere Parameter</numerusform>
        </translation>
    </message>
    <message>
        <source>Not judged yet: no run of both sides is known</source>
        <translation>Noch nicht beurteilt: Es ist kein Lauf beider Seiten bekannt</translation>
    </message>
    <message>
        <source>nobody here writes it</source>
        <translation>wird hier von niemandem geschrieben</translation>
    </message>
    <message>
        <source>Show why</source>
        <translation>Grund zeigen</translation>
    </message>
</context>
<context>
    <name>window::TimelinePage</name>
    <message>
        <source>Timeline of runs</source>
        <translation>Zeitachse der Läufe</translation>
    </message>
    <message>
        <source>All systems</source>
        <translation>Alle Systeme</translation>
    </message>
    <message numerus="yes">
        <source>%n system(s) hidden</source>
        <translation>
            <numerusform>%n System ausgeblendet</numerusform>
            <numerusform>%n Systeme ausgeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Which systems are shown</source>
        <translation>Welche Systeme gezeigt werden</translation>
    </message>
</context>
<context>
    <name>window::ToolStrip</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
</context>
<context>
    <name>window::WorkspaceTree</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datasets</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Git</source>
        <translation>Git</translation>
    </message>
    <message>
        <source>no repository</source>
        <translation>kein Repository</translation>
    </message>
    <message>
        <source>detached</source>
        <translation>losgelöster HEAD</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>unverändert</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window::YamlPane</name>
    <message>
        <source>Pipeline file</source>
        <translation>Pipeline-Datei</translation>
    </message>
    <message>
        <source>YAML text</source>
        <translation>YAML-Text</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in this file</source>
        <translation>
            <numerusform>%n Problem in dieser Datei</numerusform>
            <numerusform>%n Probleme in dieser Datei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window::YamlSnippet</name>
    <message numerus="yes">
        <source>… %n more line(s)</source>
        <translation>
            <numerusform>… %n weitere Zeile</numerusform>
            <numerusform>… %n weitere Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>YAML of the selection</source>
        <translation>YAML der Auswahl</translation>
    </message>
</context>
<context>
    <name>yaml</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>eine Map</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a carriage return without a line feed; expected LF or CRLF line ends</source>
        <translation>ein Wagenrücklauf ohne Zeilenvorschub; erwartet werden Zeilenenden LF oder CRLF</translation>
    </message>
    <message>
        <source>the character %1 is not allowed here; write it as an escape in double quotes</source>
        <translation>das Zeichen %1 ist hier nicht erlaubt; als Escape-Sequenz in doppelten Anführungszeichen schreiben</translation>
    </message>
    <message>
        <source>the file has %1 bytes; at most %2 are read</source>
        <translation>die Datei hat %1 Bytes; höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>not UTF-8: byte %1 at offset %2</source>
        <translation>kein UTF-8: Byte %1 an Position %2</translation>
    </message>
    <message>
        <source>no memory for the YAML reader</source>
        <translation>kein Arbeitsspeicher für den YAML-Parser</translation>
    </message>
    <message>
        <source>a second document begins here; expected one document per file</source>
        <translation>hier beginnt ein zweites Dokument; erwartet wird ein Dokument je Datei</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>a list or map cannot be a key; expected a name</source>
        <translation>eine Liste oder Map kann kein Schlüssel sein; erwartet wird ein Name</translation>
    </message>
    <message>
        <source>a text of more than %1 bytes</source>
        <translation>ein Text von mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>merge keys (&lt;&lt;) are not supported; write the keys out</source>
        <translation>Merge-Schlüssel (&lt;&lt;) werden nicht unterstützt; die Schlüssel ausschreiben</translation>
    </message>
    <message>
        <source>a key is missing before the colon</source>
        <translation>vor dem Doppelpunkt fehlt ein Schlüssel</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; stands here and already at line %2, column %3</source>
        <translation>der Schlüssel &apos;%1&apos; steht hier und bereits in Zeile %2, Spalte %3</translation>
    </message>
    <message>
        <source>the alias *%1 stands inside of what it names: a cycle</source>
        <translation>der Alias *%1 steht innerhalb dessen, was er benennt: ein Zyklus</translation>
    </message>
    <message>
        <source>the alias *%1 names no anchor above it</source>
        <translation>der Alias *%1 verweist auf keinen Anker weiter oben</translation>
    </message>
    <message>
        <source>an alias cannot be a key; expected a name</source>
        <translation>ein Alias kann kein Schlüssel sein; erwartet wird ein Name</translation>
    </message>
    <message>
        <source>the tag %1 is not supported here; expected plain YAML</source>
        <translation>das Tag %1 wird hier nicht unterstützt; erwartet wird einfaches YAML</translation>
    </message>
    <message>
        <source>more than %1 values, aliases counted</source>
        <translation>mehr als %1 Werte, Aliasse mitgezählt</translation>
    </message>
    <message>
        <source>not valid YAML: %1</source>
        <translation>kein gültiges YAML: %1</translation>
    </message>
    <message>
        <source>not valid YAML: %1, %2 that began at line %3, column %4</source>
        <translation>kein gültiges YAML: %1, %2, beginnend in Zeile %3, Spalte %4</translation>
    </message>
    <message>
        <source>it has an anchor, an alias or a tag</source>
        <translation>dort steht ein Anker, ein Alias oder ein Tag</translation>
    </message>
    <message>
        <source>a map without braces inside of a list</source>
        <translation>eine Map ohne geschweifte Klammern innerhalb einer Liste</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; exists already</source>
        <translation>der Schlüssel &apos;%1&apos; existiert bereits</translation>
    </message>
    <message>
        <source>expected a map, found %1</source>
        <translation>erwartet wird eine Map, gefunden wurde %1</translation>
    </message>
    <message>
        <source>its key is written with &apos;?&apos;</source>
        <translation>der Schlüssel ist mit &apos;?&apos; geschrieben</translation>
    </message>
    <message>
        <source>expected a list, found %1</source>
        <translation>erwartet wird eine Liste, gefunden wurde %1</translation>
    </message>
    <message>
        <source>something stands before it on its line</source>
        <translation>in derselben Zeile steht etwas davor</translation>
    </message>
    <message>
        <source>cannot be edited in place: %1</source>
        <translation>lässt sich nicht an Ort und Stelle bearbeiten: %1</translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;</source>
        <translation>es gibt kein &apos;%1&apos;</translation>
    </message>
    <message>
        <source>its dash was not found</source>
        <translation>der Strich des Listeneintrags wurde nicht gefunden</translation>
    </message>
    <message>
        <source>a list item has no key</source>
        <translation>ein Listeneintrag hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>expected a list item that is one name</source>
        <translation>erwartet wird ein Listeneintrag, der ein einzelner Name ist</translation>
    </message>
    <message>
        <source>the name goes over several lines</source>
        <translation>der Name geht über mehrere Zeilen</translation>
    </message>
</context>
</TS>
