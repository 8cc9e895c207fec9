<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>SoftSeg</name>
        <message>
            <source> m per pixel</source>
            <translation> m pro Pixel</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source> m²</source>
            <translation> m²</translation>
        </message>
        <message>
            <source> px</source>
            <translation> px</translation>
        </message>
        <message>
            <source> with the model {model}</source>
            <translation> mit dem Modell {model}</translation>
        </message>
        <message>
            <source>1 band</source>
            <translation>1 Band</translation>
        </message>
        <message>
            <source>2–98 %</source>
            <translation>2–98 %</translation>
        </message>
        <message>
            <source>3 bands</source>
            <translation>3 Bänder</translation>
        </message>
        <message>
            <source>A TOML file with everything that decides a training; empty: what suits a single raster.</source>
            <translation>Eine TOML-Datei mit allem, was ein Training bestimmt; leer: was zu einem einzelnen Raster passt.</translation>
        </message>
        <message>
            <source>A class raster; 0 gives no polygons.</source>
            <translation>Ein Klassenraster; 0 ergibt keine Polygone.</translation>
        </message>
        <message>
            <source>A downloaded model whose view of whole scenes makes classes more or less likely; untested. Empty: none.</source>
            <translation>Ein heruntergeladenes Modell, dessen Blick auf ganze Szenen Klassen mehr oder weniger wahrscheinlich macht; ungeprüft. Leer: keines.</translation>
        </message>
        <message>
            <source>A file with the classes (JSON, CSV or class text), as the panel exports it; replaces the typed ones.</source>
            <translation>Eine Datei mit den Klassen (JSON, CSV oder Klassentext), wie das Bedienfeld sie exportiert; ersetzt die eingetippten.</translation>
        </message>
        <message>
            <source>A model of your own, as “softseg train” writes it, instead of the one above.</source>
            <translation>Ein eigenes Modell, wie „softseg train“ es schreibt, anstelle des obigen.</translation>
        </message>
        <message>
            <source>A program, or the folder of an environment, with the packages of SoftSeg's engine.lock</source>
            <translation>Ein Programm oder der Ordner einer Umgebung mit den Paketen aus SoftSegs engine.lock</translation>
        </message>
        <message>
            <source>A trained model learns further from what it knows, which takes the fewest polygons; efficientnet_lite0 and downloaded models are encoders on which a network is trained from nothing.</source>
            <translation>Ein trainiertes Modell lernt von dem aus weiter, was es kennt, und braucht so die wenigsten Polygone; efficientnet_lite0 und heruntergeladene Modelle sind Encoder, auf denen ein Netz von Grund auf trainiert wird.</translation>
        </message>
        <message>
            <source>A waiting engine answers at once, but holds memory, on the graphics card too</source>
            <translation>Eine wartende Engine antwortet sofort, belegt aber Speicher, auch auf der Grafikkarte</translation>
        </message>
        <message>
            <source>A web page about all rasters: what was done, what failed and why, and what each class covers.</source>
            <translation>Eine Webseite über alle Raster: was fertig wurde, was misslang und warum, und was jede Klasse bedeckt.</translation>
        </message>
        <message>
            <source>A web page to read or to send to whoever helps.</source>
            <translation>Eine Webseite zum Lesen oder zum Weitergeben an alle, die helfen.</translation>
        </message>
        <message>
            <source>A web page with figures and pictures, which needs nothing beside it.</source>
            <translation>Eine Webseite mit Zahlen und Bildern, die keine weiteren Dateien braucht.</translation>
        </message>
        <message>
            <source>A web page with map, areas and what made them</source>
            <translation>Eine Webseite mit Karte, Flächen und dem, woraus sie entstanden sind</translation>
        </message>
        <message>
            <source>Add Synonyms</source>
            <translation>Synonyme hinzufügen</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Erweitert</translation>
        </message>
        <message>
            <source>After a raster that fails</source>
            <translation>Nach einem Raster, das misslingt</translation>
        </message>
        <message>
            <source>Agriculture</source>
            <translation>Landwirtschaft</translation>
        </message>
        <message>
            <source>All figures (JSON)</source>
            <translation>Alle Zahlen (JSON)</translation>
        </message>
        <message>
            <source>All figures, for programs.</source>
            <translation>Alle Zahlen, für Programme.</translation>
        </message>
        <message>
            <source>All of the raster</source>
            <translation>Das ganze Raster</translation>
        </message>
        <message>
            <source>All other packages</source>
            <translation>Alle übrigen Pakete</translation>
        </message>
        <message>
            <source>All packages (PyTorch, rasterio and others)</source>
            <translation>Alle Pakete (PyTorch, rasterio und weitere)</translation>
        </message>
        <message>
            <source>All packages are there already</source>
            <translation>Alle Pakete sind schon da</translation>
        </message>
        <message>
            <source>Always made: the class of each pixel, on the grid of the raster</source>
            <translation>Entsteht immer: die Klasse jedes Pixels, auf dem Gitter des Rasters</translation>
        </message>
        <message>
            <source>An empty or a new folder, not a temporary one; an older model in it is replaced.</source>
            <translation>Ein leerer oder neuer Ordner, kein temporärer; ein älteres Modell darin wird ersetzt.</translation>
        </message>
        <message>
            <source>Another QGIS is setting up the engine: wait until it is done.</source>
            <translation>Ein anderes QGIS richtet gerade die Engine ein: Warten Sie, bis es fertig ist.</translation>
        </message>
        <message>
            <source>Apple Graphics</source>
            <translation>Apple-Grafik</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Anwenden</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Fläche</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Fläche (m²)</translation>
        </message>
        <message>
            <source>Areas and figures of the run (JSON)</source>
            <translation>Flächen und Zahlen des Laufs (JSON)</translation>
        </message>
        <message>
            <source>Areas of the classes (JSON)</source>
            <translation>Flächen der Klassen (JSON)</translation>
        </message>
        <message>
            <source>As it is listed in the panel; empty: that of its folder.</source>
            <translation>Wie es im Bedienfeld aufgeführt wird; leer: der Name seines Ordners.</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>Auto</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Automatic: Apple GPU</source>
            <translation>Automatisch: Apple-GPU</translation>
        </message>
        <message>
            <source>Automatic: NVIDIA graphics card</source>
            <translation>Automatisch: NVIDIA-Grafikkarte</translation>
        </message>
        <message>
            <source>Back to the panel</source>
            <translation>Zurück zum Bedienfeld</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>Balance</translation>
        </message>
        <message>
            <source>Balance of {name}</source>
            <translation>Balance von {name}</translation>
        </message>
        <message>
            <source>Band</source>
            <translation>Band</translation>
        </message>
        <message>
            <source>Bands</source>
            <translation>Bänder</translation>
        </message>
        <message>
            <source>Begin with</source>
            <translation>Beginnen mit</translation>
        </message>
        <message>
            <source>Blue band</source>
            <translation>Blaues Band</translation>
        </message>
        <message>
            <source>Bring Back the Last List</source>
            <translation>Vorige Liste zurückholen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancelled; nothing was changed.</source>
            <translation>Abgebrochen; es wurde nichts geändert.</translation>
        </message>
        <message>
            <source>Cancelling</source>
            <translation>Wird abgebrochen</translation>
        </message>
        <message>
            <source>Candidates in each place</source>
            <translation>Kandidaten an jeder Stelle</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Ändern…</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Wird geprüft…</translation>
        </message>
        <message>
            <source>Choose Model</source>
            <translation>Modell wählen</translation>
        </message>
        <message>
            <source>Choose Output</source>
            <translation>Ausgabe wählen</translation>
        </message>
        <message>
            <source>Choose a raster first.</source>
            <translation>Wählen Sie zuerst ein Raster.</translation>
        </message>
        <message>
            <source>Choose all three bands, or leave all of them to the raster.</source>
            <translation>Wählen Sie alle drei Bänder, oder überlassen Sie alle dem Raster.</translation>
        </message>
        <message>
            <source>Choose the colour</source>
            <translation>Farbe wählen</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>Class field</source>
            <translation>Klassenfeld</translation>
        </message>
        <message>
            <source>Class lists</source>
            <translation>Klassenlisten</translation>
        </message>
        <message>
            <source>Class name</source>
            <translation>Klassenname</translation>
        </message>
        <message>
            <source>Class polygons</source>
            <translation>Klassenpolygone</translation>
        </message>
        <message>
            <source>Class raster</source>
            <translation>Klassenraster</translation>
        </message>
        <message>
            <source>Class raster to polygons</source>
            <translation>Klassenraster zu Polygonen</translation>
        </message>
        <message>
            <source>Class set</source>
            <translation>Klassenliste</translation>
        </message>
        <message>
            <source>Class sets (*.json *.csv *.txt)</source>
            <translation>Klassenlisten (*.json *.csv *.txt)</translation>
        </message>
        <message>
            <source>Class table (JSON)</source>
            <translation>Klassentabelle (JSON)</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <source>Classes of the reference whose ground is not judged, like “clutter; 255”.</source>
            <translation>Klassen der Referenz, deren Fläche nicht bewertet wird, wie „Sonstiges; 255“.</translation>
        </message>
        <message>
            <source>Classes that become part of others, one per line or with ; between them: “street=road; path=road”. The merged class is where any of them is.</source>
            <translation>Klassen, die in anderen aufgehen, eine pro Zeile oder mit ; dazwischen: „Allee=Straße; Weg=Straße“. Die vereinigte Klasse ist überall dort, wo eine von ihnen ist.</translation>
        </message>
        <message>
            <source>Classes that it was trained on</source>
            <translation>Klassen, auf die es trainiert wurde</translation>
        </message>
        <message>
            <source>Classes, one per line</source>
            <translation>Klassen, eine pro Zeile</translation>
        </message>
        <message>
            <source>Clearing up</source>
            <translation>Wird aufgeräumt</translation>
        </message>
        <message>
            <source>Coarser is faster and sees more surroundings; the output always has the raster's own grid</source>
            <translation>Gröber ist schneller und sieht mehr Umgebung; die Ausgabe hat immer das Gitter des Rasters</translation>
        </message>
        <message>
            <source>Cohen's kappa</source>
            <translation>Cohens Kappa</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Farbe</translation>
        </message>
        <message>
            <source>Colour of {name}</source>
            <translation>Farbe von {name}</translation>
        </message>
        <message>
            <source>Colour of {name}: {colour}</source>
            <translation>Farbe von {name}: {colour}</translation>
        </message>
        <message>
            <source>Compares a class raster, made by any program, with a reference, and shows where it is wrong.</source>
            <translation>Vergleicht ein Klassenraster aus einem beliebigen Programm mit einer Referenz und zeigt, wo es falsch ist.</translation>
        </message>
        <message>
            <source>Compares a class raster, made by any program, with what is known of the ground: another class raster or polygons with a class field. The report shows the errors on a map, the confusion matrix, and for each class precision, recall, F1, IoU and boundary IoU.

Classes of equal names are compared; “Classes” says which is which where names differ. Where the reference knows nothing, nothing is judged.</source>
            <translation>Vergleicht ein Klassenraster aus einem beliebigen Programm mit dem, was man über den Boden weiß: einem anderen Klassenraster oder Polygonen mit einem Klassenfeld. Der Bericht zeigt die Fehler auf einer Karte, die Konfusionsmatrix und für jede Klasse Präzision, Recall, F1, IoU und Rand-IoU.

Verglichen werden Klassen mit gleichem Namen; wo die Namen abweichen, sagt „Klassen“, welche welcher entspricht. Wo die Referenz nichts weiß, wird nichts bewertet.</translation>
        </message>
        <message>
            <source>Compute on</source>
            <translation>Rechnen auf</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Konfidenz</translation>
        </message>
        <message>
            <source>Confidence rasters too</source>
            <translation>Auch Konfidenzraster</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>Copy Areas</source>
            <translation>Flächen kopieren</translation>
        </message>
        <message>
            <source>Copy Report</source>
            <translation>Bericht kopieren</translation>
        </message>
        <message>
            <source>Copy as Processing Command</source>
            <translation>Als Verarbeitungsbefehl kopieren</translation>
        </message>
        <message>
            <source>Copying the map</source>
            <translation>Karte wird kopiert</translation>
        </message>
        <message>
            <source>Copying the map was cancelled.</source>
            <translation>Das Kopieren der Karte wurde abgebrochen.</translation>
        </message>
        <message>
            <source>Copying the map…</source>
            <translation>Karte wird kopiert…</translation>
        </message>
        <message>
            <source>Copying “{name}” was cancelled.</source>
            <translation>Das Kopieren von „{name}“ wurde abgebrochen.</translation>
        </message>
        <message>
            <source>Copying…</source>
            <translation>Wird kopiert…</translation>
        </message>
        <message>
            <source>Cost rasters too</source>
            <translation>Auch Kostenraster</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>Kosten</translation>
        </message>
        <message>
            <source>Damage</source>
            <translation>Schäden</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Datenordner</translation>
        </message>
        <message>
            <source>Decide classes anew from costs</source>
            <translation>Klassen aus Kosten neu entscheiden</translation>
        </message>
        <message>
            <source>Deciding…</source>
            <translation>Wird entschieden…</translation>
        </message>
        <message>
            <source>Delete the files of {title}? They can be fetched again.</source>
            <translation>Die Dateien von {title} löschen? Sie lassen sich wieder herunterladen.</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Download Model</source>
            <translation>Modell herunterladen</translation>
        </message>
        <message>
            <source>Download models, or take them from a folder</source>
            <translation>Modelle herunterladen oder aus einem Ordner nehmen</translation>
        </message>
        <message>
            <source>Downloading {name} ({size} MB)</source>
            <translation>{name} wird heruntergeladen ({size} MB)</translation>
        </message>
        <message>
            <source>Downloading {name} ({size} MB) and {others} more</source>
            <translation>{name} ({size} MB) und {others} weitere werden heruntergeladen</translation>
        </message>
        <message>
            <source>Downloading…</source>
            <translation>Wird heruntergeladen…</translation>
        </message>
        <message>
            <source>Download…</source>
            <translation>Herunterladen…</translation>
        </message>
        <message>
            <source>Draw Another</source>
            <translation>Andere zeichnen</translation>
        </message>
        <message>
            <source>Draw on Map</source>
            <translation>Auf Karte zeichnen</translation>
        </message>
        <message>
            <source>Draw on the map: drag a rectangle, or click corners and close with a right click.</source>
            <translation>Auf der Karte zeichnen: ein Rechteck aufziehen oder Ecken anklicken und mit einem Rechtsklick schließen.</translation>
        </message>
        <message>
            <source>Draw polygons first: a few for each class, with a text field for its name.</source>
            <translation>Zeichnen Sie zuerst Polygone: einige je Klasse, mit einem Textfeld für deren Namen.</translation>
        </message>
        <message>
            <source>Drawing polygons…</source>
            <translation>Polygone werden gezeichnet…</translation>
        </message>
        <message>
            <source>Drawn area</source>
            <translation>Gezeichnet</translation>
        </message>
        <message>
            <source>Each raster gets NAME_classes.tif there.</source>
            <translation>Jedes Raster bekommt dort NAME_classes.tif.</translation>
        </message>
        <message>
            <source>Energy</source>
            <translation>Energie</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Engine</translation>
        </message>
        <message>
            <source>Engine and device report</source>
            <translation>Bericht zu Engine und Gerät</translation>
        </message>
        <message>
            <source>Engine ready</source>
            <translation>Engine bereit</translation>
        </message>
        <message>
            <source>Engine ready: it computes on {device}; set up in {time}.</source>
            <translation>Engine bereit: Sie rechnet auf {device}; eingerichtet in {time}.</translation>
        </message>
        <message>
            <source>Esc gives up</source>
            <translation>Esc bricht ab</translation>
        </message>
        <message>
            <source>Estimate the whole map</source>
            <translation>Auf die ganze Karte schließen</translation>
        </message>
        <message>
            <source>Everything else</source>
            <translation>Alles Übrige</translation>
        </message>
        <message>
            <source>Export Classes</source>
            <translation>Klassen exportieren</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren…</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Ausdehnung</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Zahlen</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Fill holes up to, m²</source>
            <translation>Löcher füllen bis, m²</translation>
        </message>
        <message>
            <source>Finds the balance that fits polygons whose class you know</source>
            <translation>Findet die Balance, die zu Polygonen passt, deren Klasse Sie kennen</translation>
        </message>
        <message>
            <source>Finds the balance with which the classes fit polygons whose class you know. Draw two or more for each class, better five, all over the raster. What is learnt holds for this raster alone.</source>
            <translation>Findet die Balance, mit der die Klassen zu Polygonen passen, deren Klasse Sie kennen. Zeichnen Sie zwei oder mehr je Klasse, besser fünf, über das ganze Raster verteilt. Was gelernt wird, gilt nur für dieses Raster.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in an aerial or satellite image, and writes a class raster with the pixels of the input: 1 is the first class, 0 is no data or unlabelled. Colours and names are inside.

The raster is cut into overlapping tiles whose results are blended, so that there are no seams. All is computed on this machine. Web maps (XYZ, WMS) are copied first, at the resolution and in the extent that you choose.

Keep the costs to decide anew later, without the model: “Decide classes anew from costs”.</source>
            <translation>Findet die eingetippten Klassen in einem Luft- oder Satellitenbild und schreibt ein Klassenraster mit den Pixeln der Eingabe: 1 ist die erste Klasse, 0 heißt kein Wert oder unbestimmt. Farben und Namen sind enthalten.

Das Raster wird in überlappende Kacheln geschnitten, deren Ergebnisse ineinander übergehen, sodass keine Nähte entstehen. Alles wird auf diesem Rechner berechnet. Webkarten (XYZ, WMS) werden zuerst kopiert, in der gewählten Auflösung und Ausdehnung.

Bewahren Sie die Kosten auf, um später ohne das Modell neu zu entscheiden: „Klassen aus Kosten neu entscheiden“.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in an aerial or satellite image.</source>
            <translation>Findet die eingetippten Klassen in einem Luft- oder Satellitenbild.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in every raster of a folder, with one model that is loaded once. Each raster gets a class raster of its own name in the output folder.

A raster that cannot be segmented is skipped and reported, or stops the batch, as you choose. What an earlier batch with the same settings has finished is not computed again, so that a batch which was cancelled goes on where it was.</source>
            <translation>Findet die eingetippten Klassen in jedem Raster eines Ordners, mit einem Modell, das nur einmal geladen wird. Jedes Raster bekommt im Ausgabeordner ein Klassenraster mit seinem Namen.

Ein Raster, das sich nicht segmentieren lässt, wird übersprungen und gemeldet oder beendet den Stapel, wie Sie es wählen. Was ein früherer Stapel mit denselben Einstellungen fertiggestellt hat, wird nicht noch einmal berechnet; ein abgebrochener Stapel macht also dort weiter, wo er war.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in every raster of a folder.</source>
            <translation>Findet die eingetippten Klassen in jedem Raster eines Ordners.</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Folder for the Results</source>
            <translation>Ordner für die Ergebnisse</translation>
        </message>
        <message>
            <source>Folder for the results</source>
            <translation>Ordner für die Ergebnisse</translation>
        </message>
        <message>
            <source>Folder of a Model</source>
            <translation>Ordner eines Modells</translation>
        </message>
        <message>
            <source>Folder of another model</source>
            <translation>Ordner eines anderen Modells</translation>
        </message>
        <message>
            <source>Folder of packages</source>
            <translation>Ordner mit Paketen</translation>
        </message>
        <message>
            <source>Folder of the model</source>
            <translation>Ordner des Modells</translation>
        </message>
        <message>
            <source>Folder with the Files of {title}</source>
            <translation>Ordner mit den Dateien von {title}</translation>
        </message>
        <message>
            <source>For multispectral models: what is added to the raster's numbers, like -1000 for products of Sentinel-2 from 2022 on. Empty: what the raster declares.</source>
            <translation>Für multispektrale Modelle: was zu den Zahlen des Rasters addiert wird, etwa -1000 bei Produkten von Sentinel-2 ab 2022. Leer: was das Raster angibt.</translation>
        </message>
        <message>
            <source>Forest</source>
            <translation>Wald</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <source>From Folder…</source>
            <translation>Aus Ordner…</translation>
        </message>
        <message>
            <source>GeoPackage with one polygon per patch: class, area, mean confidence.</source>
            <translation>GeoPackage mit einem Polygon je Fleck: Klasse, Fläche, mittlere Konfidenz.</translation>
        </message>
        <message>
            <source>GeoTIFF with the pixels of the costs.</source>
            <translation>GeoTIFF mit den Pixeln der Kosten.</translation>
        </message>
        <message>
            <source>GeoTIFF with the pixels of the input.</source>
            <translation>GeoTIFF mit den Pixeln der Eingabe.</translation>
        </message>
        <message>
            <source>Getting packages</source>
            <translation>Pakete werden geholt</translation>
        </message>
        <message>
            <source>Give {name} less or more of the map; a double click takes it back</source>
            <translation>{name} weniger oder mehr von der Karte geben; ein Doppelklick nimmt es zurück</translation>
        </message>
        <message>
            <source>Go on with a training that was stopped</source>
            <translation>Angehaltenes Training fortsetzen</translation>
        </message>
        <message>
            <source>Go on?</source>
            <translation>Fortfahren?</translation>
        </message>
        <message>
            <source>Good For</source>
            <translation>Gut für</translation>
        </message>
        <message>
            <source>Green band</source>
            <translation>Grünes Band</translation>
        </message>
        <message>
            <source>Ground resolution that the model looks at, in metres per pixel. Empty: what suits the model; 0: the raster's own. The result has the raster's pixels in any case.</source>
            <translation>Bodenauflösung, mit der das Modell hinsieht, in Metern pro Pixel. Leer: was zum Modell passt; 0: die des Rasters. Das Ergebnis hat in jedem Fall die Pixel des Rasters.</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>How far an edge may move; 0: edges stay on pixel edges. The size of a pixel takes the steps away.</source>
            <translation>Wie weit sich eine Kante bewegen darf; 0: Kanten bleiben auf Pixelkanten. Die Größe eines Pixels nimmt die Stufen weg.</translation>
        </message>
        <message>
            <source>How far neighbouring tiles overlap, as a share of a tile's side; results are blended there.</source>
            <translation>Wie weit benachbarte Kacheln überlappen, als Anteil der Kachelseite; dort gehen die Ergebnisse ineinander über.</translation>
        </message>
        <message>
            <source>How far neighbouring tiles overlap; more is slower and smoother</source>
            <translation>Wie weit benachbarte Kacheln überlappen; mehr ist langsamer und glatter</translation>
        </message>
        <message>
            <source>How long to train; 0: as the recipe says, or 300 for a trained model and 600 for an encoder.</source>
            <translation>Wie lange trainiert wird; 0: wie das Rezept es sagt, sonst 300 für ein trainiertes Modell und 600 für einen Encoder.</translation>
        </message>
        <message>
            <source>How many tiles are computed at once; 0: chosen for the device.</source>
            <translation>Wie viele Kacheln zugleich berechnet werden; 0: passend zum Gerät.</translation>
        </message>
        <message>
            <source>How near to an edge counts for the boundary IoU; 0 leaves it out.</source>
            <translation>Wie nah an einem Rand für die Rand-IoU zählt; 0 lässt sie aus.</translation>
        </message>
        <message>
            <source>How often corners are cut; small gaps open where three classes meet.</source>
            <translation>Wie oft Ecken abgeschnitten werden; wo drei Klassen sich treffen, entstehen kleine Lücken.</translation>
        </message>
        <message>
            <source>How sure each pixel's class is, from 0 to 1.</source>
            <translation>Wie sicher die Klasse jedes Pixels ist, von 0 bis 1.</translation>
        </message>
        <message>
            <source>How sure each pixel's class is, from 0 to 1: NAME_confidence.tif.</source>
            <translation>Wie sicher die Klasse jedes Pixels ist, von 0 bis 1: NAME_confidence.tif.</translation>
        </message>
        <message>
            <source>How sure the model is of each pixel, 0 to 1</source>
            <translation>Wie sicher das Modell bei jedem Pixel ist, 0 bis 1</translation>
        </message>
        <message>
            <source>How they reach the words; auto takes what suits the model. Trained models have one way only.</source>
            <translation>Wie sie zu den Wörtern finden; auto nimmt, was zum Modell passt. Trainierte Modelle haben nur einen Weg.</translation>
        </message>
        <message>
            <source>How values become brightness, once for the whole raster: auto leaves 8-bit rasters as they are and stretches all others from the 2nd to the 98th percentile.</source>
            <translation>Wie Werte zu Helligkeit werden, einmal für das ganze Raster: auto lässt 8-Bit-Raster, wie sie sind, und streckt alle anderen vom 2. zum 98. Perzentil.</translation>
        </message>
        <message>
            <source>How values that are not 8 bit become brightness; one stretch for the whole raster</source>
            <translation>Wie Werte, die nicht 8 Bit haben, zu Helligkeit werden; eine Streckung für das ganze Raster</translation>
        </message>
        <message>
            <source>Import Classes</source>
            <translation>Klassen importieren</translation>
        </message>
        <message>
            <source>Import Model</source>
            <translation>Modell importieren</translation>
        </message>
        <message>
            <source>Import from Folder…</source>
            <translation>Aus Ordner importieren…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importieren…</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>In Gebrauch</translation>
        </message>
        <message>
            <source>Inference</source>
            <translation>Inferenz</translation>
        </message>
        <message>
            <source>Inside an area that you draw on the map</source>
            <translation>Innerhalb einer Fläche, die Sie auf der Karte zeichnen</translation>
        </message>
        <message>
            <source>Inside the polygons of a layer</source>
            <translation>Innerhalb der Polygone eines Layers</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Installieren</translation>
        </message>
        <message>
            <source>Install for me</source>
            <translation>Für mich installieren</translation>
        </message>
        <message>
            <source>Install from a folder of packages (offline)…</source>
            <translation>Aus einem Ordner mit Paketen installieren (ohne Netz)…</translation>
        </message>
        <message>
            <source>Installing packages</source>
            <translation>Pakete werden installiert</translation>
        </message>
        <message>
            <source>Instead of one for each patch.</source>
            <translation>Statt eines für jeden Fleck.</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
        <message>
            <source>Keep this raster</source>
            <translation>Bei diesem Raster bleiben</translation>
        </message>
        <message>
            <source>Keep this raster, whichever layer is active</source>
            <translation>Bei diesem Raster bleiben, welcher Layer auch aktiv ist</translation>
        </message>
        <message>
            <source>Keep what deciding again needs beside the other files, for later sessions</source>
            <translation>Was zum Neuentscheiden nötig ist, neben den anderen Dateien für später aufbewahren</translation>
        </message>
        <message>
            <source>Land cover</source>
            <translation>Landbedeckung</translation>
        </message>
        <message>
            <source>Last Result</source>
            <translation>Letztes Ergebnis</translation>
        </message>
        <message>
            <source>Last Result: {name}</source>
            <translation>Letztes Ergebnis: {name}</translation>
        </message>
        <message>
            <source>Learn from My Polygons</source>
            <translation>Aus meinen Polygonen lernen</translation>
        </message>
        <message>
            <source>Learn from My Polygons…</source>
            <translation>Aus meinen Polygonen lernen…</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Auslassen</translation>
        </message>
        <message>
            <source>Leave out what is finished</source>
            <translation>Fertiges auslassen</translation>
        </message>
        <message>
            <source>Leave this class out of the next run</source>
            <translation>Diese Klasse im nächsten Lauf auslassen</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>Licence: {licence}</source>
            <translation>Lizenz: {licence}</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>Modell wird geladen…</translation>
        </message>
        <message>
            <source>Look for this class again</source>
            <translation>Diese Klasse wieder suchen</translation>
        </message>
        <message>
            <source>Looking at the models…</source>
            <translation>Modelle werden betrachtet…</translation>
        </message>
        <message>
            <source>Looking at the raster…</source>
            <translation>Raster wird betrachtet…</translation>
        </message>
        <message>
            <source>Looking for uv, the installer</source>
            <translation>uv, das Installationsprogramm, wird gesucht</translation>
        </message>
        <message>
            <source>Looking up packages</source>
            <translation>Pakete werden nachgeschlagen</translation>
        </message>
        <message>
            <source>Made for {finest:g} to {coarsest:g} m per pixel</source>
            <translation>Gemacht für {finest:g} bis {coarsest:g} m pro Pixel</translation>
        </message>
        <message>
            <source>Makes another class raster of the costs that a run has kept, in seconds.</source>
            <translation>Macht aus den aufbewahrten Kosten eines Laufs in Sekunden ein anderes Klassenraster.</translation>
        </message>
        <message>
            <source>Makes another class raster of the costs that “Segment raster by class names” has kept: with another balance between the classes, with unsure pixels left out, without small patches, or with classes that become part of others. No model is needed, so it takes seconds.</source>
            <translation>Macht ein anderes Klassenraster aus den Kosten, die „Raster nach Klassennamen segmentieren“ aufbewahrt hat: mit anderer Balance zwischen den Klassen, ohne unsichere Pixel, ohne kleine Flecken oder mit Klassen, die in anderen aufgehen. Es braucht kein Modell und dauert nur Sekunden.</translation>
        </message>
        <message>
            <source>Makes one polygon of each patch of a class raster, with class, area on the ellipsoid, perimeter and, where a confidence raster is given, mean confidence. Edges lie on pixel edges. Simplified edges are the same for both neighbours, so that no gaps or overlaps open.</source>
            <translation>Macht aus jedem Fleck eines Klassenrasters ein Polygon mit Klasse, Fläche auf dem Ellipsoid, Umfang und, wo ein Konfidenzraster angegeben ist, mittlerer Konfidenz. Kanten liegen auf Pixelkanten. Vereinfachte Kanten sind für beide Nachbarn gleich, sodass keine Lücken oder Überlappungen entstehen.</translation>
        </message>
        <message>
            <source>Makes polygons of a class raster, simplified without gaps between neighbours.</source>
            <translation>Macht aus einem Klassenraster Polygone, vereinfacht ohne Lücken zwischen Nachbarn.</translation>
        </message>
        <message>
            <source>Making the environment</source>
            <translation>Umgebung wird angelegt</translation>
        </message>
        <message>
            <source>Mean IoU, 0 to 1</source>
            <translation>Mittlere IoU, 0 bis 1</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Vereinigen</translation>
        </message>
        <message>
            <source>Merge Into</source>
            <translation>Vereinigen mit</translation>
        </message>
        <message>
            <source>Mind: {concern}.</source>
            <translation>Beachten Sie: {concern}.</translation>
        </message>
        <message>
            <source>Minimum–Maximum</source>
            <translation>Minimum–Maximum</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Model that weighs whole scenes</source>
            <translation>Modell, das ganze Szenen gewichtet</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>More Models…</source>
            <translation>Weitere Modelle…</translation>
        </message>
        <message>
            <source>More for {name}</source>
            <translation>Mehr zu {name}</translation>
        </message>
        <message>
            <source>Mosaic</source>
            <translation>Mosaik</translation>
        </message>
        <message>
            <source>Mosaic of the class rasters</source>
            <translation>Mosaik der Klassenraster</translation>
        </message>
        <message>
            <source>Move Down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <source>Move Up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>Move, merge or remove this class</source>
            <translation>Diese Klasse verschieben, vereinigen oder entfernen</translation>
        </message>
        <message>
            <source>NVIDIA Graphics Card</source>
            <translation>NVIDIA-Grafikkarte</translation>
        </message>
        <message>
            <source>Name of the model</source>
            <translation>Name des Modells</translation>
        </message>
        <message>
            <source>Names with ; between them; empty: all classes.</source>
            <translation>Namen mit ; dazwischen; leer: alle Klassen.</translation>
        </message>
        <message>
            <source>New class</source>
            <translation>Neue Klasse</translation>
        </message>
        <message>
            <source>No polygon has one of the classes in this field: {names}.</source>
            <translation>Kein Polygon hat in diesem Feld eine der Klassen: {names}.</translation>
        </message>
        <message>
            <source>No polygon of “{name}” is selected.</source>
            <translation>Kein Polygon von „{name}“ ist ausgewählt.</translation>
        </message>
        <message>
            <source>No synonyms</source>
            <translation>Keine Synonyme</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>Not set up yet.</source>
            <translation>Noch nicht eingerichtet.</translation>
        </message>
        <message>
            <source>Nothing is changed: on polygons that were left out of learning, no balance was better.</source>
            <translation>Es wird nichts geändert: An Polygonen, die vom Lernen ausgenommen waren, war keine Balance besser.</translation>
        </message>
        <message>
            <source>Nothing.</source>
            <translation>Nichts.</translation>
        </message>
        <message>
            <source>Number of tiles</source>
            <translation>Anzahl der Kacheln</translation>
        </message>
        <message>
            <source>Of each class, {after} in place of {before} are found on average, on polygons that were left out of learning. It holds for this raster alone; Apply shows it.</source>
            <translation>Von jeder Klasse werden im Mittel {after} statt {before} gefunden, an Polygonen, die vom Lernen ausgenommen waren. Das gilt nur für dieses Raster; „Anwenden“ zeigt es.</translation>
        </message>
        <message>
            <source>Of more than eight classes a tile is searched only for those that are among so many likeliest ones somewhere in it; 0: for all, which takes longer.</source>
            <translation>Bei mehr als acht Klassen wird eine Kachel nur nach denen abgesucht, die irgendwo in ihr unter so vielen wahrscheinlichsten sind; 0: nach allen, was länger dauert.</translation>
        </message>
        <message>
            <source>One band per class: what the classes were decided from, and can be decided anew from.</source>
            <translation>Ein Band pro Klasse: woraus die Klassen entschieden wurden und neu entschieden werden können.</translation>
        </message>
        <message>
            <source>One band, or three for red, green and blue, as 4,3,2; for a multispectral model one for each band that it reads, 0 for none. Empty: as the raster says itself.</source>
            <translation>Ein Band oder drei für Rot, Grün und Blau, etwa 4,3,2; bei einem multispektralen Modell eines für jedes Band, das es liest, 0 für keines. Leer: wie das Raster selbst angibt.</translation>
        </message>
        <message>
            <source>One class per line, or with ; between them: “name: prompt, prompt #rrggbb”. The prompts are what the model reads instead of the name, in English at best; they and the colour may be left out. Example: building: roof, house #d7191c; road; tree; water: river, lake</source>
            <translation>Eine Klasse pro Zeile oder mit ; dazwischen: „Name: Wort, Wort #rrggbb“. Die Wörter sind, was das Modell statt des Namens liest, am besten auf Englisch; sie und die Farbe dürfen fehlen. Beispiel: Gebäude: roof, house #d7191c; Straße: road; Baum: tree; Wasser: river, lake</translation>
        </message>
        <message>
            <source>One class, or several with commas between. Synonyms and a colour may follow: water: river, lake #3a7fc4</source>
            <translation>Eine Klasse, oder mehrere mit Kommas dazwischen. Synonyme und eine Farbe können folgen: Wasser: river, lake #3a7fc4</translation>
        </message>
        <message>
            <source>One feature per class</source>
            <translation>Ein Objekt pro Klasse</translation>
        </message>
        <message>
            <source>One polygon per patch with class, area and mean confidence: NAME_classes.gpkg.</source>
            <translation>Ein Polygon je Fleck mit Klasse, Fläche und mittlerer Konfidenz: NAME_classes.gpkg.</translation>
        </message>
        <message>
            <source>Only inside of polygons</source>
            <translation>Nur innerhalb von Polygonen</translation>
        </message>
        <message>
            <source>Only these classes</source>
            <translation>Nur diese Klassen</translation>
        </message>
        <message>
            <source>Open one…</source>
            <translation>Eines öffnen…</translation>
        </message>
        <message>
            <source>OpenEarthMap</source>
            <translation>OpenEarthMap</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Optionen</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>Optionen…</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <source>Output folder</source>
            <translation>Ausgabeordner</translation>
        </message>
        <message>
            <source>Output: {parts} ({place})</source>
            <translation>Ausgabe: {parts} ({place})</translation>
        </message>
        <message>
            <source>Overall accuracy, 0 to 1</source>
            <translation>Gesamtgenauigkeit, 0 bis 1</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>Überlappung</translation>
        </message>
        <message>
            <source>Paste List</source>
            <translation>Liste einfügen</translation>
        </message>
        <message>
            <source>Paste, import, export, or take classes from a layer</source>
            <translation>Klassen einfügen, importieren, exportieren oder von einem Layer nehmen</translation>
        </message>
        <message>
            <source>Patches as polygons with class and area</source>
            <translation>Flecken als Polygone mit Klasse und Fläche</translation>
        </message>
        <message>
            <source>Patches of a model that was not trained for maps</source>
            <translation>Patches eines Modells, das nicht für Karten trainiert wurde</translation>
        </message>
        <message>
            <source>Pixels of {resolution} are coarser than the model knows ({coarsest}): expect rough results.</source>
            <translation>Pixel von {resolution} sind gröber, als das Modell kennt ({coarsest}): Erwarten Sie grobe Ergebnisse.</translation>
        </message>
        <message>
            <source>Pixels outside of these polygons stay unlabelled.</source>
            <translation>Pixel außerhalb dieser Polygone bleiben unbestimmt.</translation>
        </message>
        <message>
            <source>Pixels whose confidence is lower stay unlabelled, from 0 (none) to 1.</source>
            <translation>Pixel mit geringerer Konfidenz bleiben unbestimmt, von 0 (keine) bis 1.</translation>
        </message>
        <message>
            <source>Polygon layer</source>
            <translation>Polygonlayer</translation>
        </message>
        <message>
            <source>Polygons</source>
            <translation>Polygone</translation>
        </message>
        <message>
            <source>Polygons on the image, in any coordinate system.</source>
            <translation>Polygone auf dem Bild, in einem beliebigen Koordinatensystem.</translation>
        </message>
        <message>
            <source>Polygons too</source>
            <translation>Auch Polygone</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Vorlage</translation>
        </message>
        <message>
            <source>Preview Here</source>
            <translation>Vorschau hier</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Prozessor</translation>
        </message>
        <message>
            <source>Processor only</source>
            <translation>Nur Prozessor</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Progress of the run</source>
            <translation>Fortschritt des Laufs</translation>
        </message>
        <message>
            <source>Progress of the set-up</source>
            <translation>Fortschritt der Einrichtung</translation>
        </message>
        <message>
            <source>Prompts of a class</source>
            <translation>Wörter einer Klasse</translation>
        </message>
        <message>
            <source>PyTorch no longer comes for Macs with an Intel processor: use a Python of your own.</source>
            <translation>PyTorch gibt es nicht mehr für Macs mit Intel-Prozessor: Verwenden Sie ein eigenes Python.</translation>
        </message>
        <message>
            <source>Python program</source>
            <translation>Python-Programm</translation>
        </message>
        <message>
            <source>Python, where this computer has none from 3.10 to 3.14</source>
            <translation>Python, wo dieser Rechner keines von 3.10 bis 3.14 hat</translation>
        </message>
        <message>
            <source>QGIS removes temporary folders when it closes: choose a folder to keep the model in.</source>
            <translation>QGIS löscht temporäre Ordner beim Beenden: Wählen Sie einen Ordner, in dem das Modell bleibt.</translation>
        </message>
        <message>
            <source>Quality report of a class raster</source>
            <translation>Qualitätsbericht zu einem Klassenraster</translation>
        </message>
        <message>
            <source>Raster</source>
            <translation>Raster</translation>
        </message>
        <message>
            <source>Rasters that failed</source>
            <translation>Raster, die misslangen</translation>
        </message>
        <message>
            <source>Rasters that were finished before</source>
            <translation>Raster, die schon fertig waren</translation>
        </message>
        <message>
            <source>Rasters that were segmented</source>
            <translation>Raster, die segmentiert wurden</translation>
        </message>
        <message>
            <source>Reach of edges, pixels</source>
            <translation>Reichweite der Ränder, Pixel</translation>
        </message>
        <message>
            <source>Read the files, and compare them with what came first</source>
            <translation>Die Dateien lesen und mit dem vergleichen, was zuerst ankam</translation>
        </message>
        <message>
            <source>Reading the class names…</source>
            <translation>Klassennamen werden gelesen…</translation>
        </message>
        <message>
            <source>Reads</source>
            <translation>Liest</translation>
        </message>
        <message>
            <source>Reads {count} bands of Sentinel-2</source>
            <translation>Liest {count} Bänder von Sentinel-2</translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation>Rezept</translation>
        </message>
        <message>
            <source>Red band</source>
            <translation>Rotes Band</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Referenz</translation>
        </message>
        <message>
            <source>Reflectance offset</source>
            <translation>Reflexionsversatz</translation>
        </message>
        <message>
            <source>Reload SoftSeg</source>
            <translation>SoftSeg neu laden</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove All</source>
            <translation>Alle entfernen</translation>
        </message>
        <message>
            <source>Remove Model</source>
            <translation>Modell entfernen</translation>
        </message>
        <message>
            <source>Replace the list by one for a kind of work</source>
            <translation>Liste durch eine für eine Art von Arbeit ersetzen</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>Bericht…</translation>
        </message>
        <message>
            <source>Revision of the model</source>
            <translation>Revision des Modells</translation>
        </message>
        <message>
            <source>Run Again</source>
            <translation>Noch einmal rechnen</translation>
        </message>
        <message>
            <source>Sealed surfaces</source>
            <translation>Versiegelte Flächen</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>Segmentieren</translation>
        </message>
        <message>
            <source>Segment Folder…</source>
            <translation>Ordner segmentieren…</translation>
        </message>
        <message>
            <source>Segment about 1000 × 1000 pixels in the middle of the map, into a temporary layer</source>
            <translation>Etwa 1000 × 1000 Pixel in der Kartenmitte segmentieren, in einen temporären Layer</translation>
        </message>
        <message>
            <source>Segment folder of rasters</source>
            <translation>Ordner mit Rastern segmentieren</translation>
        </message>
        <message>
            <source>Segment into classes (SoftSeg)</source>
            <translation>In Klassen segmentieren (SoftSeg)</translation>
        </message>
        <message>
            <source>Segment into {classes}</source>
            <translation>Segmentieren in {classes}</translation>
        </message>
        <message>
            <source>Segment raster by class names</source>
            <translation>Raster nach Klassennamen segmentieren</translation>
        </message>
        <message>
            <source>Segment the area into the classes (Ctrl+Enter)</source>
            <translation>Die Fläche in die Klassen segmentieren (Strg+Eingabe)</translation>
        </message>
        <message>
            <source>Segment with SoftSeg…</source>
            <translation>Mit SoftSeg segmentieren…</translation>
        </message>
        <message>
            <source>Segment with this model from now on</source>
            <translation>Von jetzt an mit diesem Modell segmentieren</translation>
        </message>
        <message>
            <source>Segmentation</source>
            <translation>Segmentierung</translation>
        </message>
        <message>
            <source>Segmenting…</source>
            <translation>Wird segmentiert…</translation>
        </message>
        <message>
            <source>Selected polygons only</source>
            <translation>Nur ausgewählte Polygone</translation>
        </message>
        <message>
            <source>Set Up Engine</source>
            <translation>Engine einrichten</translation>
        </message>
        <message>
            <source>Set Up…</source>
            <translation>Einrichten…</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>Show or hide: {title}</source>
            <translation>Zeigen oder verbergen: {title}</translation>
        </message>
        <message>
            <source>Show these classes wherever they win</source>
            <translation>Diese Klassen überall zeigen, wo sie gewinnen</translation>
        </message>
        <message>
            <source>Side of the squares that are computed at once; smaller ones need less memory</source>
            <translation>Seite der Quadrate, die auf einmal berechnet werden; kleinere brauchen weniger Speicher</translation>
        </message>
        <message>
            <source>Side of the tiles that the model sees at once, in pixels of its working resolution; 0: chosen for it.</source>
            <translation>Seite der Kacheln, die das Modell auf einmal sieht, in Pixeln seiner Arbeitsauflösung; 0: passend gewählt.</translation>
        </message>
        <message>
            <source>Simplify, m</source>
            <translation>Vereinfachen, m</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Smaller patches are given to the classes around them.</source>
            <translation>Kleinere Flecken werden den umgebenden Klassen gegeben.</translation>
        </message>
        <message>
            <source>Smaller patches go to the classes around them</source>
            <translation>Kleinere Flecken gehen an die umgebenden Klassen</translation>
        </message>
        <message>
            <source>Smaller polygons are left out, which leaves holes: a run's own smallest patch leaves none.</source>
            <translation>Kleinere Polygone werden ausgelassen, was Löcher hinterlässt: Der kleinste Fleck eines Laufs hinterlässt keine.</translation>
        </message>
        <message>
            <source>Smallest patch</source>
            <translation>Kleinster Fleck</translation>
        </message>
        <message>
            <source>Smallest patch, m²</source>
            <translation>Kleinster Fleck, m²</translation>
        </message>
        <message>
            <source>Smallest polygon, m²</source>
            <translation>Kleinstes Polygon, m²</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>Glätten</translation>
        </message>
        <message>
            <source>SoftSeg</source>
            <translation>SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Engine</source>
            <translation>SoftSeg-Engine</translation>
        </message>
        <message>
            <source>SoftSeg Help</source>
            <translation>Hilfe zu SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Models</source>
            <translation>SoftSeg-Modelle</translation>
        </message>
        <message>
            <source>SoftSeg Panel</source>
            <translation>SoftSeg-Bedienfeld</translation>
        </message>
        <message>
            <source>SoftSeg has no engine yet: open the SoftSeg panel and set it up.</source>
            <translation>SoftSeg hat noch keine Engine: Öffnen Sie das SoftSeg-Bedienfeld und richten Sie sie ein.</translation>
        </message>
        <message>
            <source>SoftSeg has no engine yet: set it up first.</source>
            <translation>SoftSeg hat noch keine Engine: Richten Sie sie zuerst ein.</translation>
        </message>
        <message>
            <source>SoftSeg needs an engine of its own: Python with PyTorch and rasterio. QGIS itself is not changed.</source>
            <translation>SoftSeg braucht eine eigene Engine: Python mit PyTorch und rasterio. QGIS selbst wird nicht verändert.</translation>
        </message>
        <message>
            <source>SoftSeg preview</source>
            <translation>SoftSeg-Vorschau</translation>
        </message>
        <message>
            <source>SoftSeg was replaced by another version while QGIS was running: load it again.</source>
            <translation>SoftSeg wurde durch eine andere Version ersetzt, während QGIS lief: Laden Sie es neu.</translation>
        </message>
        <message>
            <source>SoftSeg – {layer}</source>
            <translation>SoftSeg – {layer}</translation>
        </message>
        <message>
            <source>SoftSeg: class maps from typed names</source>
            <translation>SoftSeg: Klassenkarten aus eingetippten Namen</translation>
        </message>
        <message>
            <source>SoftSeg: copying the map</source>
            <translation>SoftSeg: Karte wird kopiert</translation>
        </message>
        <message>
            <source>SoftSeg: engine and device report</source>
            <translation>SoftSeg: Bericht zu Engine und Gerät</translation>
        </message>
        <message>
            <source>Something went wrong inside SoftSeg ({kind}); please report it.</source>
            <translation>In SoftSeg ist etwas schiefgegangen ({kind}); bitte melden Sie es.</translation>
        </message>
        <message>
            <source>Starting the engine…</source>
            <translation>Engine wird gestartet…</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Wird gestartet…</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>Stop the run (Esc)</source>
            <translation>Lauf anhalten (Esc)</translation>
        </message>
        <message>
            <source>Stop the waiting engine after</source>
            <translation>Wartende Engine beenden nach</translation>
        </message>
        <message>
            <source>Stop what is under way? What has come of a download is kept.</source>
            <translation>Laufende Arbeit anhalten? Was schon heruntergeladen ist, bleibt erhalten.</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wird angehalten…</translation>
        </message>
        <message>
            <source>Stretch</source>
            <translation>Streckung</translation>
        </message>
        <message>
            <source>Sub-folders too</source>
            <translation>Auch Unterordner</translation>
        </message>
        <message>
            <source>Synonyms</source>
            <translation>Synonyme</translation>
        </message>
        <message>
            <source>Synonyms of {name}</source>
            <translation>Synonyme von {name}</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Tabelle (*.csv)</translation>
        </message>
        <message>
            <source>Take from Layer Legend</source>
            <translation>Aus Legende eines Layers nehmen</translation>
        </message>
        <message>
            <source>Take the reference for a sample that was drawn at random within each class of the map.</source>
            <translation>Die Referenz als Stichprobe nehmen, die innerhalb jeder Klasse der Karte zufällig gezogen wurde.</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>That folder holds a training that was stopped: switch on “Go on with a training that was stopped”, or choose another folder.</source>
            <translation>Dieser Ordner enthält ein angehaltenes Training: Schalten Sie „Angehaltenes Training fortsetzen“ ein oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>That folder holds no model: {file} is missing.</source>
            <translation>Dieser Ordner enthält kein Modell: {file} fehlt.</translation>
        </message>
        <message>
            <source>The Fastest That Works</source>
            <translation>Das Schnellste, das funktioniert</translation>
        </message>
        <message>
            <source>The area cannot be brought to the coordinate system of “{name}”.</source>
            <translation>Die Fläche lässt sich nicht in das Koordinatensystem von „{name}“ bringen.</translation>
        </message>
        <message>
            <source>The area cannot be written to {path}.</source>
            <translation>Die Fläche kann nicht nach {path} geschrieben werden.</translation>
        </message>
        <message>
            <source>The area does not touch “{name}”: move the map there, or choose another area.</source>
            <translation>Die Fläche berührt „{name}“ nicht: Verschieben Sie die Karte dorthin, oder wählen Sie eine andere Fläche.</translation>
        </message>
        <message>
            <source>The band with the classes, for rasters of several bands.</source>
            <translation>Das Band mit den Klassen, bei Rastern mit mehreren Bändern.</translation>
        </message>
        <message>
            <source>The class layer is no longer in the project.</source>
            <translation>Der Klassenlayer ist nicht mehr im Projekt.</translation>
        </message>
        <message>
            <source>The class polygons are written as GeoPackage: choose a file that ends in .gpkg.</source>
            <translation>Die Klassenpolygone werden als GeoPackage geschrieben: Wählen Sie eine Datei, die auf .gpkg endet.</translation>
        </message>
        <message>
            <source>The command is on the clipboard.</source>
            <translation>Der Befehl ist in der Zwischenablage.</translation>
        </message>
        <message>
            <source>The confidence raster of the same run, for the mean confidence of each polygon.</source>
            <translation>Das Konfidenzraster desselben Laufs, für die mittlere Konfidenz jedes Polygons.</translation>
        </message>
        <message>
            <source>The cost raster that a run has kept.</source>
            <translation>Das Kostenraster, das ein Lauf aufbewahrt hat.</translation>
        </message>
        <message>
            <source>The disk has too little room for costs, so this cannot be decided again.</source>
            <translation>Der Datenträger hat zu wenig Platz für Kosten, daher kann dies nicht neu entschieden werden.</translation>
        </message>
        <message>
            <source>The disk has {free} free, but {needed} are needed: free some space or choose another folder.</source>
            <translation>Auf dem Datenträger sind {free} frei, aber {needed} werden gebraucht: Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>The disk is full: free some space or choose another folder.</source>
            <translation>Der Datenträger ist voll: Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>The engine cannot be started: set it up again.</source>
            <translation>Die Engine lässt sich nicht starten: Richten Sie sie neu ein.</translation>
        </message>
        <message>
            <source>The engine crashed (signal {number}): try again.</source>
            <translation>Die Engine ist abgestürzt (Signal {number}): Versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The engine does not start ({reason}): set it up again.</source>
            <translation>Die Engine startet nicht ({reason}): Richten Sie sie neu ein.</translation>
        </message>
        <message>
            <source>The engine ended unexpectedly (exit code {code}): try again.</source>
            <translation>Die Engine endete unerwartet (Rückgabewert {code}): Versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The engine has not answered for too long, so it was ended: try again.</source>
            <translation>Die Engine hat zu lange nicht geantwortet und wurde beendet: Versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The engine is still being set up. Stop that, and keep what was in use before?</source>
            <translation>Die Engine wird noch eingerichtet. Soll das abgebrochen werden und bleiben, was vorher in Gebrauch war?</translation>
        </message>
        <message>
            <source>The engine was stopped; nothing was written.</source>
            <translation>Die Engine wurde angehalten; es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <source>The field of the polygons that holds the class; not needed where there is only one.</source>
            <translation>Das Feld der Polygone, das die Klasse enthält; nicht nötig, wo es nur eines gibt.</translation>
        </message>
        <message>
            <source>The field that names the class inside each polygon; English words help, since the model reads them.</source>
            <translation>Das Feld, das die Klasse in jedem Polygon nennt; englische Wörter helfen, weil das Modell sie liest.</translation>
        </message>
        <message>
            <source>The figures of each class.</source>
            <translation>Die Zahlen jeder Klasse.</translation>
        </message>
        <message>
            <source>The figures {path} cannot be written.</source>
            <translation>Die Zahlen {path} können nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>The files of the run cannot be written ({reason}): choose another output or free some space.</source>
            <translation>Die Dateien des Laufs können nicht geschrieben werden ({reason}): eine andere Ausgabe wählen oder Platz schaffen.</translation>
        </message>
        <message>
            <source>The folder cannot be written ({reason}).</source>
            <translation>Der Ordner ist nicht beschreibbar ({reason}).</translation>
        </message>
        <message>
            <source>The folder cannot be written: choose another one, or allow it in the virus scanner.</source>
            <translation>Der Ordner ist nicht beschreibbar: Wählen Sie einen anderen, oder erlauben Sie ihn im Virenscanner.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written: choose another one.</source>
            <translation>Der Ordner {folder} ist nicht beschreibbar: Wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>The folder {folder} holds no packages (*.whl).</source>
            <translation>Der Ordner {folder} enthält keine Pakete (*.whl).</translation>
        </message>
        <message>
            <source>The graphics card stopped working during the run: try again, or use the processor.</source>
            <translation>Die Grafikkarte fiel während des Laufs aus: Versuchen Sie es noch einmal, oder verwenden Sie den Prozessor.</translation>
        </message>
        <message>
            <source>The image.</source>
            <translation>Das Bild.</translation>
        </message>
        <message>
            <source>The image; web maps are copied first.</source>
            <translation>Das Bild; Webkarten werden zuerst kopiert.</translation>
        </message>
        <message>
            <source>The layer “{name}” cannot be read: its file may have moved.</source>
            <translation>Der Layer „{name}“ ist nicht lesbar: Seine Datei ist vielleicht verschoben.</translation>
        </message>
        <message>
            <source>The layer “{name}” has to be copied to a file first.</source>
            <translation>Der Layer „{name}“ muss zuerst in eine Datei kopiert werden.</translation>
        </message>
        <message>
            <source>The layer “{name}” is no longer in the project.</source>
            <translation>Der Layer „{name}“ ist nicht mehr im Projekt.</translation>
        </message>
        <message>
            <source>The lexicon of land cover has none to add for this class</source>
            <translation>Das Lexikon der Landbedeckung hat für diese Klasse keine weiteren</translation>
        </message>
        <message>
            <source>The map shows a place that the raster's coordinate system does not know.</source>
            <translation>Die Karte zeigt einen Ort, den das Koordinatensystem des Rasters nicht kennt.</translation>
        </message>
        <message>
            <source>The map to judge, of any program.</source>
            <translation>Die Karte, die bewertet wird, aus einem beliebigen Programm.</translation>
        </message>
        <message>
            <source>The map would be copied at {size:,.0f} megapixels, and at most {limit:,.0f} are: zoom in, or choose a coarser resolution.</source>
            <translation>Die Karte würde mit {size:,.0f} Megapixeln kopiert, höchstens {limit:,.0f} sind erlaubt: Zoomen Sie hinein, oder wählen Sie eine gröbere Auflösung.</translation>
        </message>
        <message>
            <source>The middle of the map shows nothing of “{name}”: move the map there.</source>
            <translation>Die Kartenmitte zeigt nichts von „{name}“: Verschieben Sie die Karte dorthin.</translation>
        </message>
        <message>
            <source>The model looks at this raster at {finest} per pixel.</source>
            <translation>Das Modell betrachtet dieses Raster mit {finest} pro Pixel.</translation>
        </message>
        <message>
            <source>The model, as other algorithms take it</source>
            <translation>Das Modell, wie andere Algorithmen es nehmen</translation>
        </message>
        <message>
            <source>The output folder gets the same sub-folders.</source>
            <translation>Der Ausgabeordner bekommt dieselben Unterordner.</translation>
        </message>
        <message>
            <source>The package index</source>
            <translation>Der Paketindex</translation>
        </message>
        <message>
            <source>The package {name} is not there for this computer.</source>
            <translation>Das Paket {name} gibt es nicht für diesen Rechner.</translation>
        </message>
        <message>
            <source>The packages could not be installed ({reason}).</source>
            <translation>Die Pakete konnten nicht installiert werden ({reason}).</translation>
        </message>
        <message>
            <source>The part of the raster to segment; empty: all of it.</source>
            <translation>Der Teil des Rasters, der segmentiert wird; leer: das ganze.</translation>
        </message>
        <message>
            <source>The polygons are no longer in the project.</source>
            <translation>Die Polygone sind nicht mehr im Projekt.</translation>
        </message>
        <message>
            <source>The polygons cannot be written to {path}.</source>
            <translation>Die Polygone können nicht nach {path} geschrieben werden.</translation>
        </message>
        <message>
            <source>The polygons have no field “{field}”.</source>
            <translation>Die Polygone haben kein Feld „{field}“.</translation>
        </message>
        <message>
            <source>The polygons of other classes inside such holes stay, and are overlapped.</source>
            <translation>Die Polygone anderer Klassen in solchen Löchern bleiben und werden überlappt.</translation>
        </message>
        <message>
            <source>The polygons of “{name}” cannot be copied.</source>
            <translation>Die Polygone von „{name}“ können nicht kopiert werden.</translation>
        </message>
        <message>
            <source>The polygons still show the earlier decision: To Polygons… makes them anew.</source>
            <translation>Die Polygone zeigen noch die frühere Entscheidung: „Zu Polygonen…“ macht sie neu.</translation>
        </message>
        <message>
            <source>The raster of the panel</source>
            <translation>Das Raster des Bedienfelds</translation>
        </message>
        <message>
            <source>The raster to segment; it follows the active layer</source>
            <translation>Das Raster, das segmentiert wird; es folgt dem aktiven Layer</translation>
        </message>
        <message>
            <source>The raster {value} cannot be read.</source>
            <translation>Das Raster {value} ist nicht lesbar.</translation>
        </message>
        <message>
            <source>The reference cannot be read: choose a class raster or a layer of polygons.</source>
            <translation>Die Referenz ist nicht lesbar: Wählen Sie ein Klassenraster oder einen Polygonlayer.</translation>
        </message>
        <message>
            <source>The report is on the clipboard.</source>
            <translation>Der Bericht ist in der Zwischenablage.</translation>
        </message>
        <message>
            <source>The report {path} cannot be written.</source>
            <translation>Der Bericht {path} kann nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>The result {path} cannot be opened.</source>
            <translation>Das Ergebnis {path} lässt sich nicht öffnen.</translation>
        </message>
        <message>
            <source>The run was cancelled, but its files were written already: they are in {folder}.</source>
            <translation>Der Lauf wurde abgebrochen, aber seine Dateien waren schon geschrieben: Sie liegen in {folder}.</translation>
        </message>
        <message>
            <source>The run was cancelled; nothing was written.</source>
            <translation>Der Lauf wurde abgebrochen; es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <source>The same raster, area and options with the classes as they are now</source>
            <translation>Dasselbe Raster, dieselbe Fläche und Optionen mit den jetzigen Klassen</translation>
        </message>
        <message>
            <source>The system ended the engine, probably because memory ran out: use smaller tiles or fewer classes.</source>
            <translation>Das System hat die Engine beendet, wahrscheinlich aus Speichermangel: Verwenden Sie kleinere Kacheln oder weniger Klassen.</translation>
        </message>
        <message>
            <source>There are no polygons in this layer: choose another one.</source>
            <translation>In diesem Layer sind keine Polygone: Wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>There is no Python from 3.10 to 3.14 here, and none can be downloaded: install one first.</source>
            <translation>Hier ist kein Python von 3.10 bis 3.14, und es lässt sich keines herunterladen: Installieren Sie zuerst eines.</translation>
        </message>
        <message>
            <source>There is no folder {folder}: choose another for the output.</source>
            <translation>Den Ordner {folder} gibt es nicht: Wählen Sie einen anderen für die Ausgabe.</translation>
        </message>
        <message>
            <source>There is no polygon layer in the project: add one, or draw the area.</source>
            <translation>Im Projekt ist kein Polygonlayer: Fügen Sie einen hinzu, oder zeichnen Sie die Fläche.</translation>
        </message>
        <message>
            <source>There is no raster in the project.</source>
            <translation>Im Projekt ist kein Raster.</translation>
        </message>
        <message>
            <source>There is no uv: put {name} into the folder of packages.</source>
            <translation>uv fehlt: Legen Sie {name} in den Ordner mit den Paketen.</translation>
        </message>
        <message>
            <source>This SoftSeg needs a newer engine than the one that is installed. QGIS itself is not changed.</source>
            <translation>Dieses SoftSeg braucht eine neuere Engine als die installierte. QGIS selbst wird nicht verändert.</translation>
        </message>
        <message>
            <source>This model is no longer there.</source>
            <translation>Dieses Modell ist nicht mehr da.</translation>
        </message>
        <message>
            <source>This web map is copied first, at {resolution} per pixel and {limit} megapixels at most. Check that its provider allows that.</source>
            <translation>Diese Webkarte wird zuerst kopiert, mit {resolution} pro Pixel und höchstens {limit} Megapixeln. Prüfen Sie, ob der Anbieter das erlaubt.</translation>
        </message>
        <message>
            <source>Tile</source>
            <translation>Kachel</translation>
        </message>
        <message>
            <source>Tile size, px</source>
            <translation>Kachelgröße, px</translation>
        </message>
        <message>
            <source>Tiles at once</source>
            <translation>Kacheln zugleich</translation>
        </message>
        <message>
            <source>To Polygons…</source>
            <translation>Zu Polygonen…</translation>
        </message>
        <message>
            <source>Train model on polygons</source>
            <translation>Modell mit Polygonen trainieren</translation>
        </message>
        <message>
            <source>Trains a model of your own on a raster and polygons with a class field.</source>
            <translation>Trainiert ein eigenes Modell mit einem Raster und Polygonen mit einem Klassenfeld.</translation>
        </message>
        <message>
            <source>Trains a model on an image and polygons whose field names the class inside them. What lies outside of the polygons is not learned from, so draw some of every class, over all of the image.

The model is a folder. It appears in the panel's list of models, and other algorithms take it as “Folder of another model”. It knows what it was shown: on other sensors, seasons and places it may fail.

Training takes minutes on a graphics card and hours on a processor. When it is stopped, its state is kept in the folder, and “Go on” continues from there.</source>
            <translation>Trainiert ein Modell mit einem Bild und Polygonen, von denen ein Feld die Klasse darin nennt. Was außerhalb der Polygone liegt, wird nicht gelernt; zeichnen Sie also einige von jeder Klasse, über das ganze Bild verteilt.

Das Modell ist ein Ordner. Es erscheint in der Modellliste des Bedienfelds, und andere Algorithmen nehmen es als „Ordner eines anderen Modells“. Es kennt, was ihm gezeigt wurde: Bei anderen Sensoren, Jahreszeiten und Orten kann es versagen.

Ein Training dauert auf einer Grafikkarte Minuten und auf einem Prozessor Stunden. Wird es angehalten, bleibt sein Stand im Ordner, und „Angehaltenes Training fortsetzen“ macht dort weiter.</translation>
        </message>
        <message>
            <source>Tries SoftSeg's engine with a small computation, and reports versions, packages and devices. READY is “yes” where runs can be started. It needs no engine itself, and says what is wrong where there is none.</source>
            <translation>Probiert SoftSegs Engine mit einer kleinen Rechnung aus und meldet Versionen, Pakete und Geräte. READY ist „yes“, wo Läufe gestartet werden können. Es braucht selbst keine Engine und sagt, was nicht stimmt, wo keine ist.</translation>
        </message>
        <message>
            <source>Tries the engine and says what it is made of.</source>
            <translation>Probiert die Engine aus und sagt, woraus sie besteht.</translation>
        </message>
        <message>
            <source>Try Again</source>
            <translation>Noch einmal</translation>
        </message>
        <message>
            <source>Try and Use</source>
            <translation>Ausprobieren und verwenden</translation>
        </message>
        <message>
            <source>Trying the engine; the first start takes a while</source>
            <translation>Engine wird ausprobiert; der erste Start dauert etwas</translation>
        </message>
        <message>
            <source>Type at least one class to look for.</source>
            <translation>Tippen Sie mindestens eine Klasse ein, die gesucht werden soll.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Unlabelled below</source>
            <translation>Unbestimmt unter</translation>
        </message>
        <message>
            <source>Unlabelled below, class by class: {classes}</source>
            <translation>Ohne Klasse unter, je Klasse: {classes}</translation>
        </message>
        <message>
            <source>Unpacking packages</source>
            <translation>Pakete werden entpackt</translation>
        </message>
        <message>
            <source>Unpacking…</source>
            <translation>Wird entpackt…</translation>
        </message>
        <message>
            <source>Unsure below</source>
            <translation>Unsicher unter</translation>
        </message>
        <message>
            <source>Unsure below, class by class</source>
            <translation>Unsicher unter, je Klasse</translation>
        </message>
        <message>
            <source>Up to {download} download · {disk} on disk, {free} free</source>
            <translation>Bis zu {download} herunterzuladen · {disk} auf dem Datenträger, {free} frei</translation>
        </message>
        <message>
            <source>Urban</source>
            <translation>Stadt</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Verwenden</translation>
        </message>
        <message>
            <source>Use Smaller Tiles</source>
            <translation>Kleinere Kacheln verwenden</translation>
        </message>
        <message>
            <source>Use my own Python…</source>
            <translation>Mein eigenes Python verwenden…</translation>
        </message>
        <message>
            <source>Use the Classes of This Run</source>
            <translation>Klassen dieses Laufs verwenden</translation>
        </message>
        <message>
            <source>Use the Processor</source>
            <translation>Prozessor verwenden</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Version of the engine</source>
            <translation>Version der Engine</translation>
        </message>
        <message>
            <source>Visible map</source>
            <translation>Sichtbare Karte</translation>
        </message>
        <message>
            <source>Waiting for another SoftSeg…</source>
            <translation>Es wird auf ein anderes SoftSeg gewartet…</translation>
        </message>
        <message>
            <source>Water and coast</source>
            <translation>Wasser und Küste</translation>
        </message>
        <message>
            <source>Web map</source>
            <translation>Webkarte</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>Webseite</translation>
        </message>
        <message>
            <source>Web page (*.html)</source>
            <translation>Webseite (*.html)</translation>
        </message>
        <message>
            <source>What a Run Begins With</source>
            <translation>Womit ein Lauf beginnt</translation>
        </message>
        <message>
            <source>What an earlier batch with the same settings has finished stays as it is.</source>
            <translation>Was ein früherer Stapel mit denselben Einstellungen fertiggestellt hat, bleibt, wie es ist.</translation>
        </message>
        <message>
            <source>What computes</source>
            <translation>Was rechnet</translation>
        </message>
        <message>
            <source>What computes: auto takes the fastest there is; cuda is an NVIDIA and mps an Apple graphics card.</source>
            <translation>Was rechnet: auto nimmt das Schnellste, was da ist; cuda ist eine Grafikkarte von NVIDIA, mps eine von Apple.</translation>
        </message>
        <message>
            <source>What else there is to see</source>
            <translation>Was sonst noch zu sehen ist</translation>
        </message>
        <message>
            <source>What else there is to see, with commas between, as: car, field, bare soil. What looks more like it than like a class stays unlabelled. Empty: every pixel gets a class.</source>
            <translation>Was sonst noch zu sehen ist, mit Kommas dazwischen, wie: car, field, bare soil. Was dem ähnlicher sieht als einer Klasse, bleibt unbestimmt. Leer: Jedes Pixel bekommt eine Klasse.</translation>
        </message>
        <message>
            <source>What else there is to see, with commas between; it stays unlabelled</source>
            <translation>Was sonst noch zu sehen ist, mit Kommas dazwischen; es bleibt unbestimmt</translation>
        </message>
        <message>
            <source>What finds the classes: a model that ships with SoftSeg, or one that was downloaded.</source>
            <translation>Was die Klassen findet: ein mit SoftSeg geliefertes Modell oder ein heruntergeladenes.</translation>
        </message>
        <message>
            <source>What is added to classes before deciding, one per line or with ; between them: “building=+0.5; road=-1”. Larger values make a class win more often; 1 is about a factor of e in its odds.</source>
            <translation>Was vor der Entscheidung zu Klassen addiert wird, eine pro Zeile oder mit ; dazwischen: „Gebäude=+0.5; Straße=-1“. Größere Werte lassen eine Klasse öfter gewinnen; 1 ist etwa ein Faktor e in ihren Chancen.</translation>
        </message>
        <message>
            <source>What is added to the raster's numbers: -1000 for Sentinel-2 from 2022 on that does not say so</source>
            <translation>Was zu den Zahlen des Rasters addiert wird: -1000 bei Sentinel-2 ab 2022, wenn das Raster es nicht selbst angibt</translation>
        </message>
        <message>
            <source>What is downloaded, and from where</source>
            <translation>Was heruntergeladen wird, und woher</translation>
        </message>
        <message>
            <source>What is known: a class raster on any grid, or polygons in any coordinate system.</source>
            <translation>Was bekannt ist: ein Klassenraster auf einem beliebigen Gitter oder Polygone in einem beliebigen Koordinatensystem.</translation>
        </message>
        <message>
            <source>What looks more like one of these words than like any class stays unlabelled, not forced into a class</source>
            <translation>Was einem dieser Wörter ähnlicher sieht als jeder Klasse, bleibt unbestimmt und wird in keine Klasse gezwungen</translation>
        </message>
        <message>
            <source>What should be found? Type classes below, paste a list, or take a preset.</source>
            <translation>Was soll gefunden werden? Tippen Sie unten Klassen ein, fügen Sie eine Liste ein, oder nehmen Sie eine Vorlage.</translation>
        </message>
        <message>
            <source>What some classes need more than that, one per line or with ; between them: “building=0.6; road=0.4”.</source>
            <translation>Was einzelne Klassen darüber hinaus brauchen, eine je Zeile oder durch ; getrennt: „building=0.6; road=0.4“.</translation>
        </message>
        <message>
            <source>What the classes were decided from, and can be decided anew from: NAME_costs.tif.</source>
            <translation>Woraus die Klassen entschieden wurden und neu entschieden werden können: NAME_costs.tif.</translation>
        </message>
        <message>
            <source>What the map shows of the raster</source>
            <translation>Was die Karte vom Raster zeigt</translation>
        </message>
        <message>
            <source>What the model reads for this class, with commas between; without any it reads the name</source>
            <translation>Was das Modell für diese Klasse liest, mit Kommas dazwischen; ohne Angabe liest es den Namen</translation>
        </message>
        <message>
            <source>Where engines and caches lie; a few gigabytes. Empty: the system's place for such data</source>
            <translation>Wo Engines und Zwischenspeicher liegen; einige Gigabyte. Leer: der Ort, den das System dafür vorsieht</translation>
        </message>
        <message>
            <source>Where the model is less sure than this, 0 to 1, no class is shown</source>
            <translation>Wo das Modell weniger sicher ist, 0 bis 1, wird keine Klasse gezeigt</translation>
        </message>
        <message>
            <source>Where the rasters are.</source>
            <translation>Wo die Raster liegen.</translation>
        </message>
        <message>
            <source>Whether the engine works: yes or no</source>
            <translation>Ob die Engine funktioniert: yes oder no</translation>
        </message>
        <message>
            <source>Which class is which of the reference's, one per line: “lawn=grass”. Equal names need no line.</source>
            <translation>Welche Klasse welcher der Referenz entspricht, eine pro Zeile: „Rasen=Gras“. Gleiche Namen brauchen keine Zeile.</translation>
        </message>
        <message>
            <source>Which files, by patterns with ; between them, in any case.</source>
            <translation>Welche Dateien, nach Mustern mit ; dazwischen, groß oder klein.</translation>
        </message>
        <message>
            <source>Whole layer</source>
            <translation>Ganzer Layer</translation>
        </message>
        <message>
            <source>Windows lacks the Microsoft Visual C++ Redistributable, which PyTorch needs: install it first.</source>
            <translation>Windows fehlt das Microsoft Visual C++ Redistributable, das PyTorch braucht: Installieren Sie es zuerst.</translation>
        </message>
        <message>
            <source>With the same raster, polygons, recipe and folder.</source>
            <translation>Mit demselben Raster, denselben Polygonen, demselben Rezept und Ordner.</translation>
        </message>
        <message>
            <source>Work at</source>
            <translation>Arbeiten mit</translation>
        </message>
        <message>
            <source>Work at, m per pixel</source>
            <translation>Arbeiten mit, m pro Pixel</translation>
        </message>
        <message>
            <source>Writing the report…</source>
            <translation>Bericht wird geschrieben…</translation>
        </message>
        <message>
            <source>about {time}</source>
            <translation>etwa {time}</translation>
        </message>
        <message>
            <source>accuracy,assessment,confusion,matrix,iou,kappa,validation,reference,ground truth,compare</source>
            <translation>Genauigkeit,Bewertung,Konfusion,Matrix,IoU,Kappa,Validierung,Referenz,Ground Truth,vergleichen</translation>
        </message>
        <message>
            <source>agriculture land</source>
            <translation>Agrarfläche</translation>
        </message>
        <message>
            <source>algae</source>
            <translation>Algen</translation>
        </message>
        <message>
            <source>any size</source>
            <translation>jede Größe</translation>
        </message>
        <message>
            <source>artificial turf</source>
            <translation>Kunstrasen</translation>
        </message>
        <message>
            <source>bare ground</source>
            <translation>offener Boden</translation>
        </message>
        <message>
            <source>bare soil</source>
            <translation>nackte Erde</translation>
        </message>
        <message>
            <source>bareland</source>
            <translation>Ödland</translation>
        </message>
        <message>
            <source>beach</source>
            <translation>Strand</translation>
        </message>
        <message>
            <source>biogas plant</source>
            <translation>Biogasanlage</translation>
        </message>
        <message>
            <source>broadleaved trees</source>
            <translation>Laubbäume</translation>
        </message>
        <message>
            <source>building</source>
            <translation>Gebäude</translation>
        </message>
        <message>
            <source>burnt area</source>
            <translation>Brandfläche</translation>
        </message>
        <message>
            <source>car</source>
            <translation>Auto</translation>
        </message>
        <message>
            <source>class_id, class_name, area_m2, perimeter_m and mean_confidence of each polygon.</source>
            <translation>class_id, class_name, area_m2, perimeter_m und mean_confidence jedes Polygons.</translation>
        </message>
        <message>
            <source>classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <source>clearing</source>
            <translation>Lichtung</translation>
        </message>
        <message>
            <source>confidence</source>
            <translation>Konfidenz</translation>
        </message>
        <message>
            <source>conifers</source>
            <translation>Nadelbäume</translation>
        </message>
        <message>
            <source>construction site</source>
            <translation>Baustelle</translation>
        </message>
        <message>
            <source>cropland</source>
            <translation>Acker</translation>
        </message>
        <message>
            <source>dam</source>
            <translation>Staudamm</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>beschädigt</translation>
        </message>
        <message>
            <source>damaged building</source>
            <translation>beschädigtes Gebäude</translation>
        </message>
        <message>
            <source>dead trees</source>
            <translation>tote Bäume</translation>
        </message>
        <message>
            <source>decided anew from {source}</source>
            <translation>neu entschieden aus {source}</translation>
        </message>
        <message>
            <source>developed space</source>
            <translation>befestigte Fläche</translation>
        </message>
        <message>
            <source>diagnostics,version,gpu,cuda,device,support,probe</source>
            <translation>Diagnose,Version,GPU,CUDA,Gerät,Hilfe,Prüfung</translation>
        </message>
        <message>
            <source>dune</source>
            <translation>Düne</translation>
        </message>
        <message>
            <source>exit code {code}</source>
            <translation>Rückgabewert {code}</translation>
        </message>
        <message>
            <source>fallen tree</source>
            <translation>umgestürzter Baum</translation>
        </message>
        <message>
            <source>farm building</source>
            <translation>landwirtschaftliches Gebäude</translation>
        </message>
        <message>
            <source>felled area</source>
            <translation>Kahlschlag</translation>
        </message>
        <message>
            <source>flooded area</source>
            <translation>überflutete Fläche</translation>
        </message>
        <message>
            <source>forest track</source>
            <translation>Waldweg</translation>
        </message>
        <message>
            <source>grass</source>
            <translation>Gras</translation>
        </message>
        <message>
            <source>grassland</source>
            <translation>Grünland</translation>
        </message>
        <message>
            <source>green roof</source>
            <translation>Gründach</translation>
        </message>
        <message>
            <source>greenhouse</source>
            <translation>Gewächshaus</translation>
        </message>
        <message>
            <source>growing crop</source>
            <translation>wachsende Feldfrucht</translation>
        </message>
        <message>
            <source>harbour</source>
            <translation>Hafen</translation>
        </message>
        <message>
            <source>hay bale</source>
            <translation>Heuballen</translation>
        </message>
        <message>
            <source>hedge and trees</source>
            <translation>Hecke und Bäume</translation>
        </message>
        <message>
            <source>intact building</source>
            <translation>unversehrtes Gebäude</translation>
        </message>
        <message>
            <source>irrigated field</source>
            <translation>bewässertes Feld</translation>
        </message>
        <message>
            <source>landslide</source>
            <translation>Erdrutsch</translation>
        </message>
        <message>
            <source>licence {licence}</source>
            <translation>Lizenz {licence}</translation>
        </message>
        <message>
            <source>log pile</source>
            <translation>Holzstapel</translation>
        </message>
        <message>
            <source>loose ground</source>
            <translation>loser Boden</translation>
        </message>
        <message>
            <source>low vegetation</source>
            <translation>niedrige Vegetation</translation>
        </message>
        <message>
            <source>maize field</source>
            <translation>Maisfeld</translation>
        </message>
        <message>
            <source>mangrove</source>
            <translation>Mangrove</translation>
        </message>
        <message>
            <source>mean averages them; in max the best one speaks.</source>
            <translation>mean mittelt sie; bei max zählt das beste.</translation>
        </message>
        <message>
            <source>mudflat</source>
            <translation>Watt</translation>
        </message>
        <message>
            <source>native is SoftSeg's own; the others are as published figures were made, with their own tiles.</source>
            <translation>native ist SoftSegs eigene; die anderen arbeiten so, wie veröffentlichte Zahlen entstanden sind, mit eigenen Kacheln.</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <source>no CRS</source>
            <translation>kein KBS</translation>
        </message>
        <message>
            <source>none stated</source>
            <translation>keine angegeben</translation>
        </message>
        <message>
            <source>not commercial</source>
            <translation>nicht kommerziell</translation>
        </message>
        <message>
            <source>not downloaded</source>
            <translation>nicht heruntergeladen</translation>
        </message>
        <message>
            <source>open water</source>
            <translation>offenes Wasser</translation>
        </message>
        <message>
            <source>orchard</source>
            <translation>Obstwiese</translation>
        </message>
        <message>
            <source>own CRS</source>
            <translation>eigenes KBS</translation>
        </message>
        <message>
            <source>parking lot</source>
            <translation>Parkplatz</translation>
        </message>
        <message>
            <source>passable road</source>
            <translation>befahrbare Straße</translation>
        </message>
        <message>
            <source>pavement</source>
            <translation>Gehweg</translation>
        </message>
        <message>
            <source>pipeline</source>
            <translation>Rohrleitung</translation>
        </message>
        <message>
            <source>plantation</source>
            <translation>Plantage</translation>
        </message>
        <message>
            <source>ploughed field</source>
            <translation>gepflügtes Feld</translation>
        </message>
        <message>
            <source>polygons</source>
            <translation>Polygone</translation>
        </message>
        <message>
            <source>polygons of {source}</source>
            <translation>Polygone von {source}</translation>
        </message>
        <message>
            <source>power line</source>
            <translation>Stromleitung</translation>
        </message>
        <message>
            <source>power station</source>
            <translation>Kraftwerk</translation>
        </message>
        <message>
            <source>railway</source>
            <translation>Eisenbahn</translation>
        </message>
        <message>
            <source>rangeland</source>
            <translation>Grasland</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>bereit</translation>
        </message>
        <message>
            <source>ripe grain</source>
            <translation>reifes Getreide</translation>
        </message>
        <message>
            <source>road</source>
            <translation>Straße</translation>
        </message>
        <message>
            <source>rock</source>
            <translation>Fels</translation>
        </message>
        <message>
            <source>roof</source>
            <translation>Dach</translation>
        </message>
        <message>
            <source>rubble</source>
            <translation>Trümmer</translation>
        </message>
        <message>
            <source>sealed ground</source>
            <translation>versiegelter Boden</translation>
        </message>
        <message>
            <source>segmentation,classification,costs,balance,threshold,confidence,sieve</source>
            <translation>Segmentierung,Klassifikation,Kosten,Balance,Schwelle,Konfidenz,Sieb</translation>
        </message>
        <message>
            <source>segmentation,classification,land cover,batch,folder,many,mosaic,deep learning</source>
            <translation>Segmentierung,Klassifikation,Landbedeckung,Stapel,Ordner,viele,Mosaik,Deep Learning</translation>
        </message>
        <message>
            <source>segmentation,classification,land cover,landuse,deep learning,ai,text,prompt,semantic</source>
            <translation>Segmentierung,Klassifikation,Landbedeckung,Landnutzung,Deep Learning,KI,Text,Prompt,semantisch</translation>
        </message>
        <message>
            <source>segmented {source} into {classes}</source>
            <translation>{source} segmentiert in {classes}</translation>
        </message>
        <message>
            <source>shadow</source>
            <translation>Schatten</translation>
        </message>
        <message>
            <source>ship</source>
            <translation>Schiff</translation>
        </message>
        <message>
            <source>shrub</source>
            <translation>Strauch</translation>
        </message>
        <message>
            <source>size not known</source>
            <translation>Größe unbekannt</translation>
        </message>
        <message>
            <source>skip goes on with the next one and reports it; stop ends the batch.</source>
            <translation>skip macht mit dem nächsten weiter und meldet es; stop beendet den Stapel.</translation>
        </message>
        <message>
            <source>solar panel</source>
            <translation>Solarmodul</translation>
        </message>
        <message>
            <source>sports field</source>
            <translation>Sportplatz</translation>
        </message>
        <message>
            <source>storage tank</source>
            <translation>Lagertank</translation>
        </message>
        <message>
            <source>substation</source>
            <translation>Umspannwerk</translation>
        </message>
        <message>
            <source>surf</source>
            <translation>Brandung</translation>
        </message>
        <message>
            <source>swimming pool</source>
            <translation>Schwimmbecken</translation>
        </message>
        <message>
            <source>synonyms…</source>
            <translation>Synonyme…</translation>
        </message>
        <message>
            <source>temporary</source>
            <translation>temporär</translation>
        </message>
        <message>
            <source>temporary files</source>
            <translation>temporäre Dateien</translation>
        </message>
        <message>
            <source>tent</source>
            <translation>Zelt</translation>
        </message>
        <message>
            <source>the Python package index</source>
            <translation>dem Python-Paketindex</translation>
        </message>
        <message>
            <source>the raster's resolution</source>
            <translation>Auflösung des Rasters</translation>
        </message>
        <message>
            <source>track</source>
            <translation>Feldweg</translation>
        </message>
        <message>
            <source>training,fine-tune,learn,samples,supervised,deep learning,segmentation</source>
            <translation>Training,Feinabstimmung,lernen,Stichproben,überwacht,Deep Learning,Segmentierung</translation>
        </message>
        <message>
            <source>tree</source>
            <translation>Baum</translation>
        </message>
        <message>
            <source>try: {words}</source>
            <translation>vielleicht: {words}</translation>
        </message>
        <message>
            <source>type a class and press Enter…</source>
            <translation>Klasse eintippen und Eingabe drücken…</translation>
        </message>
        <message>
            <source>unclear</source>
            <translation>unklar</translation>
        </message>
        <message>
            <source>unfinished</source>
            <translation>unvollständig</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>unverified</source>
            <translation>ungeprüft</translation>
        </message>
        <message>
            <source>uv and all packages</source>
            <translation>uv und alle Pakete</translation>
        </message>
        <message>
            <source>uv, the installer, where this computer has none</source>
            <translation>uv, das Installationsprogramm, wo dieser Rechner keines hat</translation>
        </message>
        <message>
            <source>vectorise,vectorize,polygonise,polygonize,simplify,coverage,segmentation,geopackage</source>
            <translation>vektorisieren,polygonisieren,vereinfachen,Segmentierung,GeoPackage</translation>
        </message>
        <message>
            <source>vegetation</source>
            <translation>Vegetation</translation>
        </message>
        <message>
            <source>vineyard</source>
            <translation>Weinberg</translation>
        </message>
        <message>
            <source>vrt joins the class rasters in the virtual raster mosaic.vrt.</source>
            <translation>vrt fügt die Klassenraster im virtuellen Raster mosaic.vrt zusammen.</translation>
        </message>
        <message>
            <source>water</source>
            <translation>Wasser</translation>
        </message>
        <message>
            <source>wetland</source>
            <translation>Feuchtgebiet</translation>
        </message>
        <message>
            <source>what else there is to see…</source>
            <translation>was sonst noch zu sehen ist…</translation>
        </message>
        <message>
            <source>wind turbine</source>
            <translation>Windrad</translation>
        </message>
        <message>
            <source>{count} languages</source>
            <translation>{count} Sprachen</translation>
        </message>
        <message>
            <source>{disk} on disk, {free} free</source>
            <translation>{disk} auf dem Datenträger, {free} frei</translation>
        </message>
        <message>
            <source>{done} of {total} tiles</source>
            <translation>{done} von {total} Kacheln</translation>
        </message>
        <message>
            <source>{host} cannot be reached: check the network and QGIS's proxy, or install from a folder.</source>
            <translation>{host} ist nicht erreichbar: Prüfen Sie das Netz und den Proxy von QGIS, oder installieren Sie aus einem Ordner.</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} h {minutes} min</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} min</translation>
        </message>
        <message>
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} min {seconds} s</translation>
        </message>
        <message>
            <source>{model} segments as it is, without a network trained on it: expect blobs rather than outlines.</source>
            <translation>{model} segmentiert so, wie es ist, ohne ein darauf trainiertes Netz: Erwarten Sie eher Flecken als Umrisse.</translation>
        </message>
        <message>
            <source>{name} (preset)</source>
            <translation>{name} (Vorlage)</translation>
        </message>
        <message>
            <source>{name} is left out</source>
            <translation>{name} wird ausgelassen</translation>
        </message>
        <message>
            <source>{name} is used</source>
            <translation>{name} wird verwendet</translation>
        </message>
        <message>
            <source>{path} is no Python: choose a program such as python3.</source>
            <translation>{path} ist kein Python: Wählen Sie ein Programm wie python3.</translation>
        </message>
        <message>
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <source>{share} unlabelled or without data</source>
            <translation>{share} unbestimmt oder ohne Daten</translation>
        </message>
        <message>
            <source>{size} megapixels</source>
            <translation>{size} Megapixel</translation>
        </message>
        <message>
            <source>{tiles} tiles at {resolution}; up to {disk} MB for the class raster. The time is learned from past runs.</source>
            <translation>{tiles} Kacheln mit {resolution}; bis zu {disk} MB für das Klassenraster. Die Zeit ist aus früheren Läufen gelernt.</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>noch {time}</translation>
        </message>
        <message>
            <source>{title} is damaged: download it again.</source>
            <translation>{title} ist beschädigt: Laden Sie es noch einmal herunter.</translation>
        </message>
        <message>
            <source>{title} is ready.</source>
            <translation>{title} ist bereit.</translation>
        </message>
        <message>
            <source>{title}, {size}.</source>
            <translation>{title}, {size}.</translation>
        </message>
        <message>
            <source>{used} of {bands} bands</source>
            <translation>{used} von {bands} Bändern</translation>
        </message>
        <message>
            <source>“{entry}” is not of the form name=0.5.</source>
            <translation>„{entry}“ hat nicht die Form name=0.5.</translation>
        </message>
        <message>
            <source>“{name}” has no resolution of its own: choose the one to work at, in m.</source>
            <translation>„{name}“ hat keine eigene Auflösung: Wählen Sie die Arbeitsauflösung in m.</translation>
        </message>
        <message>
            <source>“{name}” is in the list already.</source>
            <translation>„{name}“ steht schon in der Liste.</translation>
        </message>
        <message>
            <source>“{name}” is no file that the engine can open: save it as a GeoTIFF first.</source>
            <translation>„{name}“ ist keine Datei, die die Engine öffnen kann: Speichern Sie sie zuerst als GeoTIFF.</translation>
        </message>
        <message>
            <source>“{name}” shows nothing here at this resolution: check the connection, or choose another area.</source>
            <translation>„{name}“ zeigt hier bei dieser Auflösung nichts: Prüfen Sie die Verbindung, oder wählen Sie eine andere Fläche.</translation>
        </message>
    </context>
</TS>
