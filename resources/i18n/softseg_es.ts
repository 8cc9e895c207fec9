<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>SoftSeg</name>
        <message>
            <source> m per pixel</source>
            <translation> m por píxel</translation>
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
            <translation> con el modelo {model}</translation>
        </message>
        <message>
            <source>1 band</source>
            <translation>1 banda</translation>
        </message>
        <message>
            <source>2–98 %</source>
            <translation>2–98 %</translation>
        </message>
        <message>
            <source>3 bands</source>
            <translation>3 bandas</translation>
        </message>
        <message>
            <source>A TOML file with everything that decides a training; empty: what suits a single raster.</source>
            <translation>Un archivo TOML con todo lo que determina un entrenamiento; vacío: lo que conviene a un solo ráster.</translation>
        </message>
        <message>
            <source>A class raster; 0 gives no polygons.</source>
            <translation>Un ráster de clases; 0 no da polígonos.</translation>
        </message>
        <message>
            <source>A downloaded model whose view of whole scenes makes classes more or less likely; untested. Empty: none.</source>
            <translation>Un modelo descargado cuya visión de escenas enteras hace las clases más o menos probables; sin probar. Vacío: ninguno.</translation>
        </message>
        <message>
            <source>A file with the classes (JSON, CSV or class text), as the panel exports it; replaces the typed ones.</source>
            <translation>Un archivo con las clases (JSON, CSV o texto), como lo exporta el panel; sustituye a las escritas.</translation>
        </message>
        <message>
            <source>A model of your own, as “softseg train” writes it, instead of the one above.</source>
            <translation>Un modelo propio, como lo escribe «softseg train», en lugar del anterior.</translation>
        </message>
        <message>
            <source>A program, or the folder of an environment, with the packages of SoftSeg's engine.lock</source>
            <translation>Un programa, o la carpeta de un entorno, con los paquetes del engine.lock de SoftSeg</translation>
        </message>
        <message>
            <source>A trained model learns further from what it knows, which takes the fewest polygons; efficientnet_lite0 and downloaded models are encoders on which a network is trained from nothing.</source>
            <translation>Un modelo entrenado sigue aprendiendo a partir de lo que sabe, para lo que bastan los menos polígonos; efficientnet_lite0 y los modelos descargados son codificadores sobre los que se entrena una red desde cero.</translation>
        </message>
        <message>
            <source>A waiting engine answers at once, but holds memory, on the graphics card too</source>
            <translation>Un motor en espera responde al instante, pero ocupa memoria, también en la tarjeta gráfica</translation>
        </message>
        <message>
            <source>A web page about all rasters: what was done, what failed and why, and what each class covers.</source>
            <translation>Una página web sobre todos los rásteres: qué se hizo, qué falló y por qué, y qué cubre cada clase.</translation>
        </message>
        <message>
            <source>A web page to read or to send to whoever helps.</source>
            <translation>Una página web para leer o enviar a quien le ayude.</translation>
        </message>
        <message>
            <source>A web page with figures and pictures, which needs nothing beside it.</source>
            <translation>Una página web con cifras e imágenes, que no necesita ningún otro archivo.</translation>
        </message>
        <message>
            <source>A web page with map, areas and what made them</source>
            <translation>Una página web con el mapa, las superficies y cómo se obtuvieron</translation>
        </message>
        <message>
            <source>Add Synonyms</source>
            <translation>Añadir sinónimos</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Avanzado</translation>
        </message>
        <message>
            <source>After a raster that fails</source>
            <translation>Tras un ráster que falla</translation>
        </message>
        <message>
            <source>Agriculture</source>
            <translation>Agricultura</translation>
        </message>
        <message>
            <source>All figures (JSON)</source>
            <translation>Todas las cifras (JSON)</translation>
        </message>
        <message>
            <source>All figures, for programs.</source>
            <translation>Todas las cifras, para programas.</translation>
        </message>
        <message>
            <source>All of the raster</source>
            <translation>Todo el ráster</translation>
        </message>
        <message>
            <source>All other packages</source>
            <translation>Todos los demás paquetes</translation>
        </message>
        <message>
            <source>All packages (PyTorch, rasterio and others)</source>
            <translation>Todos los paquetes (PyTorch, rasterio y otros)</translation>
        </message>
        <message>
            <source>All packages are there already</source>
            <translation>Todos los paquetes ya están</translation>
        </message>
        <message>
            <source>Always made: the class of each pixel, on the grid of the raster</source>
            <translation>Siempre se hace: la clase de cada píxel, en la cuadrícula del ráster</translation>
        </message>
        <message>
            <source>An empty or a new folder, not a temporary one; an older model in it is replaced.</source>
            <translation>Una carpeta vacía o nueva, no temporal; si contiene un modelo anterior, se sustituye.</translation>
        </message>
        <message>
            <source>Another QGIS is setting up the engine: wait until it is done.</source>
            <translation>Otro QGIS está instalando el motor: espere a que termine.</translation>
        </message>
        <message>
            <source>Apple Graphics</source>
            <translation>Gráficos de Apple</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Aplicar</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Zona</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Superficie (m²)</translation>
        </message>
        <message>
            <source>Areas and figures of the run (JSON)</source>
            <translation>Superficies y cifras de la ejecución (JSON)</translation>
        </message>
        <message>
            <source>Areas of the classes (JSON)</source>
            <translation>Superficies de las clases (JSON)</translation>
        </message>
        <message>
            <source>As it is listed in the panel; empty: that of its folder.</source>
            <translation>Como aparece en el panel; vacío: el de su carpeta.</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>Auto</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <source>Automatic: Apple GPU</source>
            <translation>Automático: GPU de Apple</translation>
        </message>
        <message>
            <source>Automatic: NVIDIA graphics card</source>
            <translation>Automático: tarjeta gráfica NVIDIA</translation>
        </message>
        <message>
            <source>Back to the panel</source>
            <translation>Volver al panel</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>Equilibrio</translation>
        </message>
        <message>
            <source>Balance of {name}</source>
            <translation>Equilibrio de {name}</translation>
        </message>
        <message>
            <source>Band</source>
            <translation>Banda</translation>
        </message>
        <message>
            <source>Bands</source>
            <translation>Bandas</translation>
        </message>
        <message>
            <source>Begin with</source>
            <translation>Empezar con</translation>
        </message>
        <message>
            <source>Blue band</source>
            <translation>Banda azul</translation>
        </message>
        <message>
            <source>Bring Back the Last List</source>
            <translation>Recuperar la lista anterior</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Cancelled; nothing was changed.</source>
            <translation>Cancelado; no se cambió nada.</translation>
        </message>
        <message>
            <source>Cancelling</source>
            <translation>Cancelando</translation>
        </message>
        <message>
            <source>Candidates in each place</source>
            <translation>Candidatas en cada lugar</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Cambiar…</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Comprobando…</translation>
        </message>
        <message>
            <source>Choose Model</source>
            <translation>Elegir modelo</translation>
        </message>
        <message>
            <source>Choose Output</source>
            <translation>Elegir salida</translation>
        </message>
        <message>
            <source>Choose a raster first.</source>
            <translation>Elija primero un ráster.</translation>
        </message>
        <message>
            <source>Choose all three bands, or leave all of them to the raster.</source>
            <translation>Elija las tres bandas, o deje todas al ráster.</translation>
        </message>
        <message>
            <source>Choose the colour</source>
            <translation>Elegir el color</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Class field</source>
            <translation>Campo de clase</translation>
        </message>
        <message>
            <source>Class lists</source>
            <translation>Listas de clases</translation>
        </message>
        <message>
            <source>Class name</source>
            <translation>Nombre de la clase</translation>
        </message>
        <message>
            <source>Class polygons</source>
            <translation>Polígonos de clases</translation>
        </message>
        <message>
            <source>Class raster</source>
            <translation>Ráster de clases</translation>
        </message>
        <message>
            <source>Class raster to polygons</source>
            <translation>Ráster de clases a polígonos</translation>
        </message>
        <message>
            <source>Class set</source>
            <translation>Conjunto de clases</translation>
        </message>
        <message>
            <source>Class sets (*.json *.csv *.txt)</source>
            <translation>Conjuntos de clases (*.json *.csv *.txt)</translation>
        </message>
        <message>
            <source>Class table (JSON)</source>
            <translation>Tabla de clases (JSON)</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Clases</translation>
        </message>
        <message>
            <source>Classes of the reference whose ground is not judged, like “clutter; 255”.</source>
            <translation>Clases de la referencia cuyo terreno no se evalúa, como «otros; 255».</translation>
        </message>
        <message>
            <source>Classes that become part of others, one per line or with ; between them: “street=road; path=road”. The merged class is where any of them is.</source>
            <translation>Clases que pasan a formar parte de otras, una por línea o separadas por ; «calle=carretera; camino=carretera». La clase combinada está donde esté cualquiera de ellas.</translation>
        </message>
        <message>
            <source>Classes that it was trained on</source>
            <translation>Clases con las que se entrenó</translation>
        </message>
        <message>
            <source>Classes, one per line</source>
            <translation>Clases, una por línea</translation>
        </message>
        <message>
            <source>Clearing up</source>
            <translation>Limpiando</translation>
        </message>
        <message>
            <source>Coarser is faster and sees more surroundings; the output always has the raster's own grid</source>
            <translation>Más grueso es más rápido y ve más entorno; la salida siempre tiene la cuadrícula del ráster</translation>
        </message>
        <message>
            <source>Cohen's kappa</source>
            <translation>Kappa de Cohen</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Color</translation>
        </message>
        <message>
            <source>Colour of {name}</source>
            <translation>Color de {name}</translation>
        </message>
        <message>
            <source>Colour of {name}: {colour}</source>
            <translation>Color de {name}: {colour}</translation>
        </message>
        <message>
            <source>Compares a class raster, made by any program, with a reference, and shows where it is wrong.</source>
            <translation>Compara un ráster de clases, hecho con cualquier programa, con una referencia y muestra dónde se equivoca.</translation>
        </message>
        <message>
            <source>Compares a class raster, made by any program, with what is known of the ground: another class raster or polygons with a class field. The report shows the errors on a map, the confusion matrix, and for each class precision, recall, F1, IoU and boundary IoU.

Classes of equal names are compared; “Classes” says which is which where names differ. Where the reference knows nothing, nothing is judged.</source>
            <translation>Compara un ráster de clases, hecho con cualquier programa, con lo que se sabe del terreno: otro ráster de clases o polígonos con un campo de clase. El informe muestra los errores en un mapa, la matriz de confusión y, para cada clase, precisión, exhaustividad, F1, IoU e IoU de borde.

Se comparan las clases con el mismo nombre; «Clases» indica cuál corresponde a cuál donde los nombres difieren. Donde la referencia no sabe nada, no se evalúa nada.</translation>
        </message>
        <message>
            <source>Compute on</source>
            <translation>Calcular en</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confianza</translation>
        </message>
        <message>
            <source>Confidence rasters too</source>
            <translation>También rásteres de confianza</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Copy Areas</source>
            <translation>Copiar superficies</translation>
        </message>
        <message>
            <source>Copy Report</source>
            <translation>Copiar informe</translation>
        </message>
        <message>
            <source>Copy as Processing Command</source>
            <translation>Copiar como comando de Procesos</translation>
        </message>
        <message>
            <source>Copying the map</source>
            <translation>Copiando el mapa</translation>
        </message>
        <message>
            <source>Copying the map was cancelled.</source>
            <translation>Se canceló la copia del mapa.</translation>
        </message>
        <message>
            <source>Copying the map…</source>
            <translation>Copiando el mapa…</translation>
        </message>
        <message>
            <source>Copying “{name}” was cancelled.</source>
            <translation>Se canceló la copia de «{name}».</translation>
        </message>
        <message>
            <source>Copying…</source>
            <translation>Copiando…</translation>
        </message>
        <message>
            <source>Cost rasters too</source>
            <translation>También rásteres de costes</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>Costes</translation>
        </message>
        <message>
            <source>Damage</source>
            <translation>Daños</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Carpeta de datos</translation>
        </message>
        <message>
            <source>Decide classes anew from costs</source>
            <translation>Decidir de nuevo las clases a partir de costes</translation>
        </message>
        <message>
            <source>Deciding…</source>
            <translation>Decidiendo…</translation>
        </message>
        <message>
            <source>Delete the files of {title}? They can be fetched again.</source>
            <translation>¿Eliminar los archivos de {title}? Se pueden volver a obtener.</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Hecho</translation>
        </message>
        <message>
            <source>Download Model</source>
            <translation>Descargar modelo</translation>
        </message>
        <message>
            <source>Download models, or take them from a folder</source>
            <translation>Descargar modelos o tomarlos de una carpeta</translation>
        </message>
        <message>
            <source>Downloading {name} ({size} MB)</source>
            <translation>Descargando {name} ({size} MB)</translation>
        </message>
        <message>
            <source>Downloading {name} ({size} MB) and {others} more</source>
            <translation>Descargando {name} ({size} MB) y {others} más</translation>
        </message>
        <message>
            <source>Downloading…</source>
            <translation>Descargando…</translation>
        </message>
        <message>
            <source>Download…</source>
            <translation>Descargar…</translation>
        </message>
        <message>
            <source>Draw Another</source>
            <translation>Dibujar otra</translation>
        </message>
        <message>
            <source>Draw on Map</source>
            <translation>Dibujar en el mapa</translation>
        </message>
        <message>
            <source>Draw on the map: drag a rectangle, or click corners and close with a right click.</source>
            <translation>Dibuje en el mapa: arrastre un rectángulo, o haga clic en los vértices y cierre con un clic derecho.</translation>
        </message>
        <message>
            <source>Draw polygons first: a few for each class, with a text field for its name.</source>
            <translation>Dibuje primero polígonos: unos pocos por clase, con un campo de texto para su nombre.</translation>
        </message>
        <message>
            <source>Drawing polygons…</source>
            <translation>Dibujando polígonos…</translation>
        </message>
        <message>
            <source>Drawn area</source>
            <translation>Dibujada</translation>
        </message>
        <message>
            <source>Each raster gets NAME_classes.tif there.</source>
            <translation>Cada ráster recibe ahí NAME_classes.tif.</translation>
        </message>
        <message>
            <source>Energy</source>
            <translation>Energía</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <source>Engine and device report</source>
            <translation>Informe del motor y el dispositivo</translation>
        </message>
        <message>
            <source>Engine ready</source>
            <translation>Motor listo</translation>
        </message>
        <message>
            <source>Engine ready: it computes on {device}; set up in {time}.</source>
            <translation>Motor listo: calcula en {device}; instalado en {time}.</translation>
        </message>
        <message>
            <source>Esc gives up</source>
            <translation>Esc abandona</translation>
        </message>
        <message>
            <source>Estimate the whole map</source>
            <translation>Estimar todo el mapa</translation>
        </message>
        <message>
            <source>Everything else</source>
            <translation>Todo lo demás</translation>
        </message>
        <message>
            <source>Export Classes</source>
            <translation>Exportar clases</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Extensión</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Cifras</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Archivos</translation>
        </message>
        <message>
            <source>Fill holes up to, m²</source>
            <translation>Rellenar huecos hasta, m²</translation>
        </message>
        <message>
            <source>Finds the balance that fits polygons whose class you know</source>
            <translation>Encuentra el equilibrio que se ajusta a polígonos cuya clase conoce</translation>
        </message>
        <message>
            <source>Finds the balance with which the classes fit polygons whose class you know. Draw two or more for each class, better five, all over the raster. What is learnt holds for this raster alone.</source>
            <translation>Encuentra el equilibrio con el que las clases se ajustan a polígonos cuya clase conoce. Dibuje dos o más por clase, mejor cinco, repartidos por todo el ráster. Lo aprendido solo vale para este ráster.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in an aerial or satellite image, and writes a class raster with the pixels of the input: 1 is the first class, 0 is no data or unlabelled. Colours and names are inside.

The raster is cut into overlapping tiles whose results are blended, so that there are no seams. All is computed on this machine. Web maps (XYZ, WMS) are copied first, at the resolution and in the extent that you choose.

Keep the costs to decide anew later, without the model: “Decide classes anew from costs”.</source>
            <translation>Encuentra las clases escritas en una imagen aérea o de satélite y escribe un ráster de clases con los píxeles de la entrada: 1 es la primera clase, 0 es sin datos o sin clasificar. Incluye colores y nombres.

El ráster se corta en teselas solapadas cuyos resultados se funden, sin costuras. Todo se calcula en este equipo. Los mapas web (XYZ, WMS) se copian primero, con la resolución y la extensión elegidas.

Guarde los costes para decidir de nuevo más tarde, sin el modelo: «Decidir de nuevo las clases a partir de costes».</translation>
        </message>
        <message>
            <source>Finds the classes that you type in an aerial or satellite image.</source>
            <translation>Encuentra las clases escritas en una imagen aérea o de satélite.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in every raster of a folder, with one model that is loaded once. Each raster gets a class raster of its own name in the output folder.

A raster that cannot be segmented is skipped and reported, or stops the batch, as you choose. What an earlier batch with the same settings has finished is not computed again, so that a batch which was cancelled goes on where it was.</source>
            <translation>Encuentra las clases escritas en cada ráster de una carpeta, con un modelo que se carga una sola vez. Cada ráster recibe un ráster de clases con su nombre en la carpeta de salida.

Un ráster que no se puede segmentar se omite y se comunica, o detiene el lote, según elija. Lo que un lote anterior con los mismos ajustes terminó no se vuelve a calcular, de modo que un lote cancelado sigue donde estaba.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in every raster of a folder.</source>
            <translation>Encuentra las clases escritas en cada ráster de una carpeta.</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Carpeta</translation>
        </message>
        <message>
            <source>Folder for the Results</source>
            <translation>Carpeta de los resultados</translation>
        </message>
        <message>
            <source>Folder for the results</source>
            <translation>Carpeta de los resultados</translation>
        </message>
        <message>
            <source>Folder of a Model</source>
            <translation>Carpeta de un modelo</translation>
        </message>
        <message>
            <source>Folder of another model</source>
            <translation>Carpeta de otro modelo</translation>
        </message>
        <message>
            <source>Folder of packages</source>
            <translation>Carpeta de paquetes</translation>
        </message>
        <message>
            <source>Folder of the model</source>
            <translation>Carpeta del modelo</translation>
        </message>
        <message>
            <source>Folder with the Files of {title}</source>
            <translation>Carpeta con los archivos de {title}</translation>
        </message>
        <message>
            <source>For multispectral models: what is added to the raster's numbers, like -1000 for products of Sentinel-2 from 2022 on. Empty: what the raster declares.</source>
            <translation>Para modelos multiespectrales: lo que se suma a los números del ráster, por ejemplo -1000 para productos de Sentinel-2 a partir de 2022. Vacío: lo que declara el ráster.</translation>
        </message>
        <message>
            <source>Forest</source>
            <translation>Bosque</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Olvidar</translation>
        </message>
        <message>
            <source>From Folder…</source>
            <translation>Desde carpeta…</translation>
        </message>
        <message>
            <source>GeoPackage with one polygon per patch: class, area, mean confidence.</source>
            <translation>GeoPackage con un polígono por mancha: clase, superficie, confianza media.</translation>
        </message>
        <message>
            <source>GeoTIFF with the pixels of the costs.</source>
            <translation>GeoTIFF con los píxeles de los costes.</translation>
        </message>
        <message>
            <source>GeoTIFF with the pixels of the input.</source>
            <translation>GeoTIFF con los píxeles de la entrada.</translation>
        </message>
        <message>
            <source>Getting packages</source>
            <translation>Obteniendo paquetes</translation>
        </message>
        <message>
            <source>Give {name} less or more of the map; a double click takes it back</source>
            <translation>Dar a {name} menos o más del mapa; un doble clic lo deshace</translation>
        </message>
        <message>
            <source>Go on with a training that was stopped</source>
            <translation>Continuar un entrenamiento detenido</translation>
        </message>
        <message>
            <source>Go on?</source>
            <translation>¿Continuar?</translation>
        </message>
        <message>
            <source>Good For</source>
            <translation>Bueno para</translation>
        </message>
        <message>
            <source>Green band</source>
            <translation>Banda verde</translation>
        </message>
        <message>
            <source>Ground resolution that the model looks at, in metres per pixel. Empty: what suits the model; 0: the raster's own. The result has the raster's pixels in any case.</source>
            <translation>Resolución del terreno con la que mira el modelo, en metros por píxel. Vacío: la que conviene al modelo; 0: la del ráster. El resultado siempre tiene los píxeles del ráster.</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <source>How far an edge may move; 0: edges stay on pixel edges. The size of a pixel takes the steps away.</source>
            <translation>Cuánto puede moverse un borde; 0: los bordes quedan en los de los píxeles. El tamaño de un píxel quita los escalones.</translation>
        </message>
        <message>
            <source>How far neighbouring tiles overlap, as a share of a tile's side; results are blended there.</source>
            <translation>Cuánto se solapan las teselas vecinas, como parte del lado de una tesela; ahí se funden los resultados.</translation>
        </message>
        <message>
            <source>How far neighbouring tiles overlap; more is slower and smoother</source>
            <translation>Cuánto se solapan las teselas vecinas; más es más lento y más suave</translation>
        </message>
        <message>
            <source>How long to train; 0: as the recipe says, or 300 for a trained model and 600 for an encoder.</source>
            <translation>Cuánto se entrena; 0: lo que diga la receta, o 300 para un modelo entrenado y 600 para un codificador.</translation>
        </message>
        <message>
            <source>How many tiles are computed at once; 0: chosen for the device.</source>
            <translation>Cuántas teselas se calculan a la vez; 0: según el dispositivo.</translation>
        </message>
        <message>
            <source>How near to an edge counts for the boundary IoU; 0 leaves it out.</source>
            <translation>Qué cercanía a un borde cuenta para la IoU de borde; 0 la omite.</translation>
        </message>
        <message>
            <source>How often corners are cut; small gaps open where three classes meet.</source>
            <translation>Cuántas veces se recortan las esquinas; se abren pequeños huecos donde se juntan tres clases.</translation>
        </message>
        <message>
            <source>How sure each pixel's class is, from 0 to 1.</source>
            <translation>Cuán segura es la clase de cada píxel, de 0 a 1.</translation>
        </message>
        <message>
            <source>How sure each pixel's class is, from 0 to 1: NAME_confidence.tif.</source>
            <translation>Cuán segura es la clase de cada píxel, de 0 a 1: NAME_confidence.tif.</translation>
        </message>
        <message>
            <source>How sure the model is of each pixel, 0 to 1</source>
            <translation>Cuán seguro está el modelo de cada píxel, 0 a 1</translation>
        </message>
        <message>
            <source>How they reach the words; auto takes what suits the model. Trained models have one way only.</source>
            <translation>Cómo llegan a las palabras; auto toma lo que conviene al modelo. Los modelos entrenados solo tienen una vía.</translation>
        </message>
        <message>
            <source>How values become brightness, once for the whole raster: auto leaves 8-bit rasters as they are and stretches all others from the 2nd to the 98th percentile.</source>
            <translation>Cómo los valores se vuelven brillo, una vez para todo el ráster: auto deja los rásteres de 8 bits como están y realza los demás del percentil 2 al 98.</translation>
        </message>
        <message>
            <source>How values that are not 8 bit become brightness; one stretch for the whole raster</source>
            <translation>Cómo los valores que no son de 8 bits se vuelven brillo; un realce para todo el ráster</translation>
        </message>
        <message>
            <source>Import Classes</source>
            <translation>Importar clases</translation>
        </message>
        <message>
            <source>Import Model</source>
            <translation>Importar modelo</translation>
        </message>
        <message>
            <source>Import from Folder…</source>
            <translation>Importar desde carpeta…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importar…</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>En uso</translation>
        </message>
        <message>
            <source>Inference</source>
            <translation>Inferencia</translation>
        </message>
        <message>
            <source>Inside an area that you draw on the map</source>
            <translation>Dentro de una zona que dibuje en el mapa</translation>
        </message>
        <message>
            <source>Inside the polygons of a layer</source>
            <translation>Dentro de los polígonos de una capa</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Instalar</translation>
        </message>
        <message>
            <source>Install for me</source>
            <translation>Instalar por mí</translation>
        </message>
        <message>
            <source>Install from a folder of packages (offline)…</source>
            <translation>Instalar desde una carpeta de paquetes (sin conexión)…</translation>
        </message>
        <message>
            <source>Installing packages</source>
            <translation>Instalando paquetes</translation>
        </message>
        <message>
            <source>Instead of one for each patch.</source>
            <translation>En lugar de una por mancha.</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
        <message>
            <source>Keep this raster</source>
            <translation>Mantener este ráster</translation>
        </message>
        <message>
            <source>Keep this raster, whichever layer is active</source>
            <translation>Mantener este ráster, sea cual sea la capa activa</translation>
        </message>
        <message>
            <source>Keep what deciding again needs beside the other files, for later sessions</source>
            <translation>Guardar junto a los demás archivos lo que hace falta para decidir de nuevo más tarde</translation>
        </message>
        <message>
            <source>Land cover</source>
            <translation>Cobertura del suelo</translation>
        </message>
        <message>
            <source>Last Result</source>
            <translation>Último resultado</translation>
        </message>
        <message>
            <source>Last Result: {name}</source>
            <translation>Último resultado: {name}</translation>
        </message>
        <message>
            <source>Learn from My Polygons</source>
            <translation>Aprender de mis polígonos</translation>
        </message>
        <message>
            <source>Learn from My Polygons…</source>
            <translation>Aprender de mis polígonos…</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Dejar fuera</translation>
        </message>
        <message>
            <source>Leave out what is finished</source>
            <translation>Omitir lo terminado</translation>
        </message>
        <message>
            <source>Leave this class out of the next run</source>
            <translation>Dejar fuera esta clase en la próxima ejecución</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Licencia</translation>
        </message>
        <message>
            <source>Licence: {licence}</source>
            <translation>Licencia: {licence}</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>Cargando el modelo…</translation>
        </message>
        <message>
            <source>Look for this class again</source>
            <translation>Volver a buscar esta clase</translation>
        </message>
        <message>
            <source>Looking at the models…</source>
            <translation>Examinando los modelos…</translation>
        </message>
        <message>
            <source>Looking at the raster…</source>
            <translation>Examinando el ráster…</translation>
        </message>
        <message>
            <source>Looking for uv, the installer</source>
            <translation>Buscando uv, el instalador</translation>
        </message>
        <message>
            <source>Looking up packages</source>
            <translation>Consultando paquetes</translation>
        </message>
        <message>
            <source>Made for {finest:g} to {coarsest:g} m per pixel</source>
            <translation>Hecho para {finest:g} a {coarsest:g} m por píxel</translation>
        </message>
        <message>
            <source>Makes another class raster of the costs that a run has kept, in seconds.</source>
            <translation>Hace en segundos otro ráster de clases con los costes guardados de una ejecución.</translation>
        </message>
        <message>
            <source>Makes another class raster of the costs that “Segment raster by class names” has kept: with another balance between the classes, with unsure pixels left out, without small patches, or with classes that become part of others. No model is needed, so it takes seconds.</source>
            <translation>Hace otro ráster de clases con los costes que «Segmentar ráster por nombres de clases» guardó: con otro equilibrio entre las clases, sin píxeles inseguros, sin manchas pequeñas o con clases que pasan a formar parte de otras. No hace falta modelo y tarda segundos.</translation>
        </message>
        <message>
            <source>Makes one polygon of each patch of a class raster, with class, area on the ellipsoid, perimeter and, where a confidence raster is given, mean confidence. Edges lie on pixel edges. Simplified edges are the same for both neighbours, so that no gaps or overlaps open.</source>
            <translation>Hace un polígono de cada mancha de un ráster de clases, con clase, superficie sobre el elipsoide, perímetro y, si se da un ráster de confianza, confianza media. Los bordes siguen los de los píxeles. Los bordes simplificados son iguales para ambos vecinos: sin huecos ni solapes.</translation>
        </message>
        <message>
            <source>Makes polygons of a class raster, simplified without gaps between neighbours.</source>
            <translation>Hace polígonos de un ráster de clases, simplificados sin huecos entre vecinos.</translation>
        </message>
        <message>
            <source>Making the environment</source>
            <translation>Creando el entorno</translation>
        </message>
        <message>
            <source>Mean IoU, 0 to 1</source>
            <translation>IoU media, 0 a 1</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Combinar</translation>
        </message>
        <message>
            <source>Merge Into</source>
            <translation>Combinar con</translation>
        </message>
        <message>
            <source>Mind: {concern}.</source>
            <translation>Tenga en cuenta: {concern}.</translation>
        </message>
        <message>
            <source>Minimum–Maximum</source>
            <translation>Mínimo–máximo</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Model that weighs whole scenes</source>
            <translation>Modelo que pondera escenas enteras</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Más</translation>
        </message>
        <message>
            <source>More Models…</source>
            <translation>Más modelos…</translation>
        </message>
        <message>
            <source>More for {name}</source>
            <translation>Más sobre {name}</translation>
        </message>
        <message>
            <source>Mosaic</source>
            <translation>Mosaico</translation>
        </message>
        <message>
            <source>Mosaic of the class rasters</source>
            <translation>Mosaico de los rásteres de clases</translation>
        </message>
        <message>
            <source>Move Down</source>
            <translation>Bajar</translation>
        </message>
        <message>
            <source>Move Up</source>
            <translation>Subir</translation>
        </message>
        <message>
            <source>Move, merge or remove this class</source>
            <translation>Mover, combinar o quitar esta clase</translation>
        </message>
        <message>
            <source>NVIDIA Graphics Card</source>
            <translation>Tarjeta gráfica NVIDIA</translation>
        </message>
        <message>
            <source>Name of the model</source>
            <translation>Nombre del modelo</translation>
        </message>
        <message>
            <source>Names with ; between them; empty: all classes.</source>
            <translation>Nombres separados por ; vacío: todas las clases.</translation>
        </message>
        <message>
            <source>New class</source>
            <translation>Clase nueva</translation>
        </message>
        <message>
            <source>No polygon has one of the classes in this field: {names}.</source>
            <translation>Ningún polígono tiene en este campo una de las clases: {names}.</translation>
        </message>
        <message>
            <source>No polygon of “{name}” is selected.</source>
            <translation>No hay ningún polígono de «{name}» seleccionado.</translation>
        </message>
        <message>
            <source>No synonyms</source>
            <translation>Sin sinónimos</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>Not set up yet.</source>
            <translation>Aún sin instalar.</translation>
        </message>
        <message>
            <source>Nothing is changed: on polygons that were left out of learning, no balance was better.</source>
            <translation>No se cambia nada: en los polígonos excluidos del aprendizaje, ningún equilibrio fue mejor.</translation>
        </message>
        <message>
            <source>Nothing.</source>
            <translation>Nada.</translation>
        </message>
        <message>
            <source>Number of tiles</source>
            <translation>Número de teselas</translation>
        </message>
        <message>
            <source>Of each class, {after} in place of {before} are found on average, on polygons that were left out of learning. It holds for this raster alone; Apply shows it.</source>
            <translation>De cada clase se encuentra de media {after} en lugar de {before}, en los polígonos excluidos del aprendizaje. Solo vale para este ráster; «Aplicar» lo muestra.</translation>
        </message>
        <message>
            <source>Of more than eight classes a tile is searched only for those that are among so many likeliest ones somewhere in it; 0: for all, which takes longer.</source>
            <translation>Con más de ocho clases, en una tesela solo se buscan las que en algún lugar de ella están entre tantas más probables; 0: todas, lo que tarda más.</translation>
        </message>
        <message>
            <source>One band per class: what the classes were decided from, and can be decided anew from.</source>
            <translation>Una banda por clase: de lo que se decidieron las clases y se pueden decidir de nuevo.</translation>
        </message>
        <message>
            <source>One band, or three for red, green and blue, as 4,3,2; for a multispectral model one for each band that it reads, 0 for none. Empty: as the raster says itself.</source>
            <translation>Una banda, o tres para rojo, verde y azul, por ejemplo 4,3,2; para un modelo multiespectral, una por cada banda que lee, 0 si falta. Vacío: según el propio ráster.</translation>
        </message>
        <message>
            <source>One class per line, or with ; between them: “name: prompt, prompt #rrggbb”. The prompts are what the model reads instead of the name, in English at best; they and the colour may be left out. Example: building: roof, house #d7191c; road; tree; water: river, lake</source>
            <translation>Una clase por línea, o separadas por ; «nombre: palabra, palabra #rrggbb». Las palabras son lo que el modelo lee en lugar del nombre, mejor en inglés; ellas y el color pueden faltar. Ejemplo: edificio: roof, house #d7191c; carretera: road; árbol: tree; agua: river, lake</translation>
        </message>
        <message>
            <source>One class, or several with commas between. Synonyms and a colour may follow: water: river, lake #3a7fc4</source>
            <translation>Una clase, o varias separadas por comas. Pueden seguir sinónimos y un color: agua: river, lake #3a7fc4</translation>
        </message>
        <message>
            <source>One feature per class</source>
            <translation>Un objeto por clase</translation>
        </message>
        <message>
            <source>One polygon per patch with class, area and mean confidence: NAME_classes.gpkg.</source>
            <translation>Un polígono por mancha con clase, superficie y confianza media: NAME_classes.gpkg.</translation>
        </message>
        <message>
            <source>Only inside of polygons</source>
            <translation>Solo dentro de polígonos</translation>
        </message>
        <message>
            <source>Only these classes</source>
            <translation>Solo estas clases</translation>
        </message>
        <message>
            <source>Open one…</source>
            <translation>Abrir uno…</translation>
        </message>
        <message>
            <source>OpenEarthMap</source>
            <translation>OpenEarthMap</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Opciones</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>Opciones…</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Salida</translation>
        </message>
        <message>
            <source>Output folder</source>
            <translation>Carpeta de salida</translation>
        </message>
        <message>
            <source>Output: {parts} ({place})</source>
            <translation>Salida: {parts} ({place})</translation>
        </message>
        <message>
            <source>Overall accuracy, 0 to 1</source>
            <translation>Exactitud global, 0 a 1</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>Solape</translation>
        </message>
        <message>
            <source>Paste List</source>
            <translation>Pegar lista</translation>
        </message>
        <message>
            <source>Paste, import, export, or take classes from a layer</source>
            <translation>Pegar, importar, exportar o tomar clases de una capa</translation>
        </message>
        <message>
            <source>Patches as polygons with class and area</source>
            <translation>Manchas como polígonos con clase y superficie</translation>
        </message>
        <message>
            <source>Patches of a model that was not trained for maps</source>
            <translation>Parches de un modelo no entrenado para mapas</translation>
        </message>
        <message>
            <source>Pixels of {resolution} are coarser than the model knows ({coarsest}): expect rough results.</source>
            <translation>Los píxeles de {resolution} son más gruesos de lo que el modelo conoce ({coarsest}): espere resultados aproximados.</translation>
        </message>
        <message>
            <source>Pixels outside of these polygons stay unlabelled.</source>
            <translation>Los píxeles fuera de estos polígonos quedan sin clasificar.</translation>
        </message>
        <message>
            <source>Pixels whose confidence is lower stay unlabelled, from 0 (none) to 1.</source>
            <translation>Los píxeles con menor confianza quedan sin clasificar, de 0 (ninguno) a 1.</translation>
        </message>
        <message>
            <source>Polygon layer</source>
            <translation>Capa de polígonos</translation>
        </message>
        <message>
            <source>Polygons</source>
            <translation>Polígonos</translation>
        </message>
        <message>
            <source>Polygons on the image, in any coordinate system.</source>
            <translation>Polígonos sobre la imagen, en cualquier sistema de coordenadas.</translation>
        </message>
        <message>
            <source>Polygons too</source>
            <translation>También polígonos</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Plantilla</translation>
        </message>
        <message>
            <source>Preview Here</source>
            <translation>Vista previa aquí</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Procesador</translation>
        </message>
        <message>
            <source>Processor only</source>
            <translation>Solo procesador</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progreso</translation>
        </message>
        <message>
            <source>Progress of the run</source>
            <translation>Progreso de la ejecución</translation>
        </message>
        <message>
            <source>Progress of the set-up</source>
            <translation>Progreso de la instalación</translation>
        </message>
        <message>
            <source>Prompts of a class</source>
            <translation>Palabras de una clase</translation>
        </message>
        <message>
            <source>PyTorch no longer comes for Macs with an Intel processor: use a Python of your own.</source>
            <translation>PyTorch ya no existe para Mac con procesador Intel: use su propio Python.</translation>
        </message>
        <message>
            <source>Python program</source>
            <translation>Programa Python</translation>
        </message>
        <message>
            <source>Python, where this computer has none from 3.10 to 3.14</source>
            <translation>Python, si este equipo no tiene uno de 3.10 a 3.14</translation>
        </message>
        <message>
            <source>QGIS removes temporary folders when it closes: choose a folder to keep the model in.</source>
            <translation>QGIS borra las carpetas temporales al cerrarse: elija una carpeta en la que conservar el modelo.</translation>
        </message>
        <message>
            <source>Quality report of a class raster</source>
            <translation>Informe de calidad de un ráster de clases</translation>
        </message>
        <message>
            <source>Raster</source>
            <translation>Ráster</translation>
        </message>
        <message>
            <source>Rasters that failed</source>
            <translation>Rásteres que fallaron</translation>
        </message>
        <message>
            <source>Rasters that were finished before</source>
            <translation>Rásteres ya terminados</translation>
        </message>
        <message>
            <source>Rasters that were segmented</source>
            <translation>Rásteres segmentados</translation>
        </message>
        <message>
            <source>Reach of edges, pixels</source>
            <translation>Alcance de los bordes, píxeles</translation>
        </message>
        <message>
            <source>Read the files, and compare them with what came first</source>
            <translation>Leer los archivos y compararlos con lo que llegó al principio</translation>
        </message>
        <message>
            <source>Reading the class names…</source>
            <translation>Leyendo los nombres de clases…</translation>
        </message>
        <message>
            <source>Reads</source>
            <translation>Lee</translation>
        </message>
        <message>
            <source>Reads {count} bands of Sentinel-2</source>
            <translation>Lee {count} bandas de Sentinel-2</translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation>Receta</translation>
        </message>
        <message>
            <source>Red band</source>
            <translation>Banda roja</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Referencia</translation>
        </message>
        <message>
            <source>Reflectance offset</source>
            <translation>Desplazamiento de reflectancia</translation>
        </message>
        <message>
            <source>Reload SoftSeg</source>
            <translation>Recargar SoftSeg</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove All</source>
            <translation>Quitar todo</translation>
        </message>
        <message>
            <source>Remove Model</source>
            <translation>Quitar modelo</translation>
        </message>
        <message>
            <source>Replace the list by one for a kind of work</source>
            <translation>Sustituir la lista por una para un tipo de trabajo</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Informe</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>Informe…</translation>
        </message>
        <message>
            <source>Revision of the model</source>
            <translation>Revisión del modelo</translation>
        </message>
        <message>
            <source>Run Again</source>
            <translation>Ejecutar de nuevo</translation>
        </message>
        <message>
            <source>Sealed surfaces</source>
            <translation>Superficies selladas</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>Segmentar</translation>
        </message>
        <message>
            <source>Segment Folder…</source>
            <translation>Segmentar carpeta…</translation>
        </message>
        <message>
            <source>Segment about 1000 × 1000 pixels in the middle of the map, into a temporary layer</source>
            <translation>Segmentar unos 1000 × 1000 píxeles en el centro del mapa, en una capa temporal</translation>
        </message>
        <message>
            <source>Segment folder of rasters</source>
            <translation>Segmentar una carpeta de rásteres</translation>
        </message>
        <message>
            <source>Segment into classes (SoftSeg)</source>
            <translation>Segmentar en clases (SoftSeg)</translation>
        </message>
        <message>
            <source>Segment into {classes}</source>
            <translation>Segmentar en {classes}</translation>
        </message>
        <message>
            <source>Segment raster by class names</source>
            <translation>Segmentar ráster por nombres de clases</translation>
        </message>
        <message>
            <source>Segment the area into the classes (Ctrl+Enter)</source>
            <translation>Segmentar la zona en las clases (Ctrl+Intro)</translation>
        </message>
        <message>
            <source>Segment with SoftSeg…</source>
            <translation>Segmentar con SoftSeg…</translation>
        </message>
        <message>
            <source>Segment with this model from now on</source>
            <translation>Segmentar con este modelo a partir de ahora</translation>
        </message>
        <message>
            <source>Segmentation</source>
            <translation>Segmentación</translation>
        </message>
        <message>
            <source>Segmenting…</source>
            <translation>Segmentando…</translation>
        </message>
        <message>
            <source>Selected polygons only</source>
            <translation>Solo polígonos seleccionados</translation>
        </message>
        <message>
            <source>Set Up Engine</source>
            <translation>Instalar el motor</translation>
        </message>
        <message>
            <source>Set Up…</source>
            <translation>Instalar…</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Proporción</translation>
        </message>
        <message>
            <source>Show or hide: {title}</source>
            <translation>Mostrar u ocultar: {title}</translation>
        </message>
        <message>
            <source>Show these classes wherever they win</source>
            <translation>Mostrar estas clases en todos los lugares donde ganan</translation>
        </message>
        <message>
            <source>Side of the squares that are computed at once; smaller ones need less memory</source>
            <translation>Lado de los cuadrados que se calculan a la vez; los menores necesitan menos memoria</translation>
        </message>
        <message>
            <source>Side of the tiles that the model sees at once, in pixels of its working resolution; 0: chosen for it.</source>
            <translation>Lado de las teselas que el modelo ve a la vez, en píxeles de su resolución de trabajo; 0: elegido para él.</translation>
        </message>
        <message>
            <source>Simplify, m</source>
            <translation>Simplificar, m</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>Smaller patches are given to the classes around them.</source>
            <translation>Las manchas más pequeñas se dan a las clases que las rodean.</translation>
        </message>
        <message>
            <source>Smaller patches go to the classes around them</source>
            <translation>Las manchas menores pasan a las clases que las rodean</translation>
        </message>
        <message>
            <source>Smaller polygons are left out, which leaves holes: a run's own smallest patch leaves none.</source>
            <translation>Los polígonos más pequeños se omiten, lo que deja huecos: la mancha mínima de una ejecución no los deja.</translation>
        </message>
        <message>
            <source>Smallest patch</source>
            <translation>Mancha mínima</translation>
        </message>
        <message>
            <source>Smallest patch, m²</source>
            <translation>Mancha mínima, m²</translation>
        </message>
        <message>
            <source>Smallest polygon, m²</source>
            <translation>Polígono mínimo, m²</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>Suavizar</translation>
        </message>
        <message>
            <source>SoftSeg</source>
            <translation>SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Engine</source>
            <translation>Motor de SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Help</source>
            <translation>Ayuda de SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Models</source>
            <translation>Modelos de SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Panel</source>
            <translation>Panel de SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg has no engine yet: open the SoftSeg panel and set it up.</source>
            <translation>SoftSeg aún no tiene motor: abra el panel de SoftSeg e instálelo.</translation>
        </message>
        <message>
            <source>SoftSeg has no engine yet: set it up first.</source>
            <translation>SoftSeg aún no tiene motor: instálelo primero.</translation>
        </message>
        <message>
            <source>SoftSeg needs an engine of its own: Python with PyTorch and rasterio. QGIS itself is not changed.</source>
            <translation>SoftSeg necesita un motor propio: Python con PyTorch y rasterio. QGIS mismo no se modifica.</translation>
        </message>
        <message>
            <source>SoftSeg preview</source>
            <translation>Vista previa de SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg was replaced by another version while QGIS was running: load it again.</source>
            <translation>SoftSeg fue sustituido por otra versión con QGIS abierto: vuelva a cargarlo.</translation>
        </message>
        <message>
            <source>SoftSeg – {layer}</source>
            <translation>SoftSeg – {layer}</translation>
        </message>
        <message>
            <source>SoftSeg: class maps from typed names</source>
            <translation>SoftSeg: mapas de clases a partir de nombres escritos</translation>
        </message>
        <message>
            <source>SoftSeg: copying the map</source>
            <translation>SoftSeg: copiando el mapa</translation>
        </message>
        <message>
            <source>SoftSeg: engine and device report</source>
            <translation>SoftSeg: informe del motor y el dispositivo</translation>
        </message>
        <message>
            <source>Something went wrong inside SoftSeg ({kind}); please report it.</source>
            <translation>Algo falló dentro de SoftSeg ({kind}); comuníquelo, por favor.</translation>
        </message>
        <message>
            <source>Starting the engine…</source>
            <translation>Iniciando el motor…</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Iniciando…</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Pasos</translation>
        </message>
        <message>
            <source>Stop the run (Esc)</source>
            <translation>Detener la ejecución (Esc)</translation>
        </message>
        <message>
            <source>Stop the waiting engine after</source>
            <translation>Detener el motor en espera tras</translation>
        </message>
        <message>
            <source>Stop what is under way? What has come of a download is kept.</source>
            <translation>¿Detener lo que está en curso? Lo ya descargado se conserva.</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Deteniendo…</translation>
        </message>
        <message>
            <source>Stretch</source>
            <translation>Realce</translation>
        </message>
        <message>
            <source>Sub-folders too</source>
            <translation>También subcarpetas</translation>
        </message>
        <message>
            <source>Synonyms</source>
            <translation>Sinónimos</translation>
        </message>
        <message>
            <source>Synonyms of {name}</source>
            <translation>Sinónimos de {name}</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabla</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Tabla (*.csv)</translation>
        </message>
        <message>
            <source>Take from Layer Legend</source>
            <translation>Tomar de la leyenda de una capa</translation>
        </message>
        <message>
            <source>Take the reference for a sample that was drawn at random within each class of the map.</source>
            <translation>Tomar la referencia como una muestra extraída al azar dentro de cada clase del mapa.</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>That folder holds a training that was stopped: switch on “Go on with a training that was stopped”, or choose another folder.</source>
            <translation>Esa carpeta contiene un entrenamiento detenido: active «Continuar un entrenamiento detenido» o elija otra carpeta.</translation>
        </message>
        <message>
            <source>That folder holds no model: {file} is missing.</source>
            <translation>Esa carpeta no contiene ningún modelo: falta {file}.</translation>
        </message>
        <message>
            <source>The Fastest That Works</source>
            <translation>Lo más rápido que funcione</translation>
        </message>
        <message>
            <source>The area cannot be brought to the coordinate system of “{name}”.</source>
            <translation>La zona no se puede llevar al sistema de coordenadas de «{name}».</translation>
        </message>
        <message>
            <source>The area cannot be written to {path}.</source>
            <translation>La zona no se puede escribir en {path}.</translation>
        </message>
        <message>
            <source>The area does not touch “{name}”: move the map there, or choose another area.</source>
            <translation>La zona no toca «{name}»: mueva el mapa allí o elija otra zona.</translation>
        </message>
        <message>
            <source>The band with the classes, for rasters of several bands.</source>
            <translation>La banda con las clases, para rásteres de varias bandas.</translation>
        </message>
        <message>
            <source>The class layer is no longer in the project.</source>
            <translation>La capa de clases ya no está en el proyecto.</translation>
        </message>
        <message>
            <source>The class polygons are written as GeoPackage: choose a file that ends in .gpkg.</source>
            <translation>Los polígonos de clases se escriben como GeoPackage: elija un archivo que acabe en .gpkg.</translation>
        </message>
        <message>
            <source>The command is on the clipboard.</source>
            <translation>El comando está en el portapapeles.</translation>
        </message>
        <message>
            <source>The confidence raster of the same run, for the mean confidence of each polygon.</source>
            <translation>El ráster de confianza de la misma ejecución, para la confianza media de cada polígono.</translation>
        </message>
        <message>
            <source>The cost raster that a run has kept.</source>
            <translation>El ráster de costes que guardó una ejecución.</translation>
        </message>
        <message>
            <source>The disk has too little room for costs, so this cannot be decided again.</source>
            <translation>El disco tiene poco espacio para los costes, así que esto no se puede decidir de nuevo.</translation>
        </message>
        <message>
            <source>The disk has {free} free, but {needed} are needed: free some space or choose another folder.</source>
            <translation>El disco tiene {free} libres, pero se necesitan {needed}: libere espacio o elija otra carpeta.</translation>
        </message>
        <message>
            <source>The disk is full: free some space or choose another folder.</source>
            <translation>El disco está lleno: libere espacio o elija otra carpeta.</translation>
        </message>
        <message>
            <source>The engine cannot be started: set it up again.</source>
            <translation>El motor no se puede iniciar: vuelva a instalarlo.</translation>
        </message>
        <message>
            <source>The engine crashed (signal {number}): try again.</source>
            <translation>El motor falló (señal {number}): inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>The engine does not start ({reason}): set it up again.</source>
            <translation>El motor no arranca ({reason}): vuelva a instalarlo.</translation>
        </message>
        <message>
            <source>The engine ended unexpectedly (exit code {code}): try again.</source>
            <translation>El motor terminó de forma inesperada (código {code}): inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>The engine has not answered for too long, so it was ended: try again.</source>
            <translation>El motor no respondió durante demasiado tiempo y se detuvo: inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>The engine is still being set up. Stop that, and keep what was in use before?</source>
            <translation>El motor todavía se está configurando. ¿Detenerlo y conservar lo que se usaba antes?</translation>
        </message>
        <message>
            <source>The engine was stopped; nothing was written.</source>
            <translation>El motor se detuvo; no se escribió nada.</translation>
        </message>
        <message>
            <source>The field of the polygons that holds the class; not needed where there is only one.</source>
            <translation>El campo de los polígonos que contiene la clase; no hace falta si solo hay uno.</translation>
        </message>
        <message>
            <source>The field that names the class inside each polygon; English words help, since the model reads them.</source>
            <translation>El campo que nombra la clase de cada polígono; ayudan las palabras en inglés, porque el modelo las lee.</translation>
        </message>
        <message>
            <source>The figures of each class.</source>
            <translation>Las cifras de cada clase.</translation>
        </message>
        <message>
            <source>The figures {path} cannot be written.</source>
            <translation>Las cifras {path} no se pueden escribir.</translation>
        </message>
        <message>
            <source>The files of the run cannot be written ({reason}): choose another output or free some space.</source>
            <translation>No se pueden escribir los archivos de la ejecución ({reason}): elija otra salida o libere espacio.</translation>
        </message>
        <message>
            <source>The folder cannot be written ({reason}).</source>
            <translation>No se puede escribir en la carpeta ({reason}).</translation>
        </message>
        <message>
            <source>The folder cannot be written: choose another one, or allow it in the virus scanner.</source>
            <translation>No se puede escribir en la carpeta: elija otra o permítala en el antivirus.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written: choose another one.</source>
            <translation>No se puede escribir en la carpeta {folder}: elija otra.</translation>
        </message>
        <message>
            <source>The folder {folder} holds no packages (*.whl).</source>
            <translation>La carpeta {folder} no contiene paquetes (*.whl).</translation>
        </message>
        <message>
            <source>The graphics card stopped working during the run: try again, or use the processor.</source>
            <translation>La tarjeta gráfica dejó de funcionar durante la ejecución: inténtelo de nuevo o use el procesador.</translation>
        </message>
        <message>
            <source>The image.</source>
            <translation>La imagen.</translation>
        </message>
        <message>
            <source>The image; web maps are copied first.</source>
            <translation>La imagen; los mapas web se copian primero.</translation>
        </message>
        <message>
            <source>The layer “{name}” cannot be read: its file may have moved.</source>
            <translation>La capa «{name}» no se puede leer: quizá se movió su archivo.</translation>
        </message>
        <message>
            <source>The layer “{name}” has to be copied to a file first.</source>
            <translation>La capa «{name}» se debe copiar antes a un archivo.</translation>
        </message>
        <message>
            <source>The layer “{name}” is no longer in the project.</source>
            <translation>La capa «{name}» ya no está en el proyecto.</translation>
        </message>
        <message>
            <source>The lexicon of land cover has none to add for this class</source>
            <translation>El léxico de cobertura del suelo no tiene más para esta clase</translation>
        </message>
        <message>
            <source>The map shows a place that the raster's coordinate system does not know.</source>
            <translation>El mapa muestra un lugar que el sistema de coordenadas del ráster no conoce.</translation>
        </message>
        <message>
            <source>The map to judge, of any program.</source>
            <translation>El mapa que se evalúa, de cualquier programa.</translation>
        </message>
        <message>
            <source>The map would be copied at {size:,.0f} megapixels, and at most {limit:,.0f} are: zoom in, or choose a coarser resolution.</source>
            <translation>El mapa se copiaría con {size:,.0f} megapíxeles y se permiten {limit:,.0f} como máximo: acerque el mapa o elija una resolución más gruesa.</translation>
        </message>
        <message>
            <source>The middle of the map shows nothing of “{name}”: move the map there.</source>
            <translation>El centro del mapa no muestra nada de «{name}»: mueva el mapa allí.</translation>
        </message>
        <message>
            <source>The model looks at this raster at {finest} per pixel.</source>
            <translation>El modelo mira este ráster a {finest} por píxel.</translation>
        </message>
        <message>
            <source>The model, as other algorithms take it</source>
            <translation>El modelo, como lo aceptan otros algoritmos</translation>
        </message>
        <message>
            <source>The output folder gets the same sub-folders.</source>
            <translation>La carpeta de salida recibe las mismas subcarpetas.</translation>
        </message>
        <message>
            <source>The package index</source>
            <translation>El índice de paquetes</translation>
        </message>
        <message>
            <source>The package {name} is not there for this computer.</source>
            <translation>El paquete {name} no existe para este equipo.</translation>
        </message>
        <message>
            <source>The packages could not be installed ({reason}).</source>
            <translation>No se pudieron instalar los paquetes ({reason}).</translation>
        </message>
        <message>
            <source>The part of the raster to segment; empty: all of it.</source>
            <translation>La parte del ráster que se segmenta; vacío: todo.</translation>
        </message>
        <message>
            <source>The polygons are no longer in the project.</source>
            <translation>Los polígonos ya no están en el proyecto.</translation>
        </message>
        <message>
            <source>The polygons cannot be written to {path}.</source>
            <translation>Los polígonos no se pueden escribir en {path}.</translation>
        </message>
        <message>
            <source>The polygons have no field “{field}”.</source>
            <translation>Los polígonos no tienen ningún campo «{field}».</translation>
        </message>
        <message>
            <source>The polygons of other classes inside such holes stay, and are overlapped.</source>
            <translation>Los polígonos de otras clases dentro de esos huecos quedan y se solapan.</translation>
        </message>
        <message>
            <source>The polygons of “{name}” cannot be copied.</source>
            <translation>No se pueden copiar los polígonos de «{name}».</translation>
        </message>
        <message>
            <source>The polygons still show the earlier decision: To Polygons… makes them anew.</source>
            <translation>Los polígonos aún muestran la decisión anterior: «A polígonos…» los rehace.</translation>
        </message>
        <message>
            <source>The raster of the panel</source>
            <translation>El ráster del panel</translation>
        </message>
        <message>
            <source>The raster to segment; it follows the active layer</source>
            <translation>El ráster que se segmenta; sigue a la capa activa</translation>
        </message>
        <message>
            <source>The raster {value} cannot be read.</source>
            <translation>El ráster {value} no se puede leer.</translation>
        </message>
        <message>
            <source>The reference cannot be read: choose a class raster or a layer of polygons.</source>
            <translation>La referencia no se puede leer: elija un ráster de clases o una capa de polígonos.</translation>
        </message>
        <message>
            <source>The report is on the clipboard.</source>
            <translation>El informe está en el portapapeles.</translation>
        </message>
        <message>
            <source>The report {path} cannot be written.</source>
            <translation>El informe {path} no se puede escribir.</translation>
        </message>
        <message>
            <source>The result {path} cannot be opened.</source>
            <translation>El resultado {path} no se puede abrir.</translation>
        </message>
        <message>
            <source>The run was cancelled, but its files were written already: they are in {folder}.</source>
            <translation>La ejecución se canceló, pero sus archivos ya estaban escritos: están en {folder}.</translation>
        </message>
        <message>
            <source>The run was cancelled; nothing was written.</source>
            <translation>La ejecución se canceló; no se escribió nada.</translation>
        </message>
        <message>
            <source>The same raster, area and options with the classes as they are now</source>
            <translation>El mismo ráster, zona y opciones con las clases actuales</translation>
        </message>
        <message>
            <source>The system ended the engine, probably because memory ran out: use smaller tiles or fewer classes.</source>
            <translation>El sistema detuvo el motor, probablemente por falta de memoria: use teselas más pequeñas o menos clases.</translation>
        </message>
        <message>
            <source>There are no polygons in this layer: choose another one.</source>
            <translation>En esta capa no hay polígonos: elija otra.</translation>
        </message>
        <message>
            <source>There is no Python from 3.10 to 3.14 here, and none can be downloaded: install one first.</source>
            <translation>Aquí no hay Python de 3.10 a 3.14 y no se puede descargar ninguno: instale uno primero.</translation>
        </message>
        <message>
            <source>There is no folder {folder}: choose another for the output.</source>
            <translation>No existe la carpeta {folder}: elija otra para la salida.</translation>
        </message>
        <message>
            <source>There is no polygon layer in the project: add one, or draw the area.</source>
            <translation>No hay capa de polígonos en el proyecto: añada una o dibuje la zona.</translation>
        </message>
        <message>
            <source>There is no raster in the project.</source>
            <translation>No hay ningún ráster en el proyecto.</translation>
        </message>
        <message>
            <source>There is no uv: put {name} into the folder of packages.</source>
            <translation>Falta uv: ponga {name} en la carpeta de paquetes.</translation>
        </message>
        <message>
            <source>This SoftSeg needs a newer engine than the one that is installed. QGIS itself is not changed.</source>
            <translation>Este SoftSeg necesita un motor más nuevo que el instalado. QGIS mismo no se modifica.</translation>
        </message>
        <message>
            <source>This model is no longer there.</source>
            <translation>Este modelo ya no está.</translation>
        </message>
        <message>
            <source>This web map is copied first, at {resolution} per pixel and {limit} megapixels at most. Check that its provider allows that.</source>
            <translation>Este mapa web se copia primero, a {resolution} por píxel y {limit} megapíxeles como máximo. Compruebe que su proveedor lo permite.</translation>
        </message>
        <message>
            <source>Tile</source>
            <translation>Tesela</translation>
        </message>
        <message>
            <source>Tile size, px</source>
            <translation>Tamaño de tesela, px</translation>
        </message>
        <message>
            <source>Tiles at once</source>
            <translation>Teselas a la vez</translation>
        </message>
        <message>
            <source>To Polygons…</source>
            <translation>A polígonos…</translation>
        </message>
        <message>
            <source>Train model on polygons</source>
            <translation>Entrenar modelo con polígonos</translation>
        </message>
        <message>
            <source>Trains a model of your own on a raster and polygons with a class field.</source>
            <translation>Entrena un modelo propio con un ráster y polígonos con un campo de clase.</translation>
        </message>
        <message>
            <source>Trains a model on an image and polygons whose field names the class inside them. What lies outside of the polygons is not learned from, so draw some of every class, over all of the image.

The model is a folder. It appears in the panel's list of models, and other algorithms take it as “Folder of another model”. It knows what it was shown: on other sensors, seasons and places it may fail.

Training takes minutes on a graphics card and hours on a processor. When it is stopped, its state is kept in the folder, and “Go on” continues from there.</source>
            <translation>Entrena un modelo con una imagen y polígonos con un campo que nombra la clase que contienen. De lo que queda fuera de los polígonos no se aprende, así que dibuje algunos de cada clase, por toda la imagen.

El modelo es una carpeta. Aparece en la lista de modelos del panel, y otros algoritmos lo aceptan como «Carpeta de otro modelo». Conoce lo que se le mostró: con otros sensores, estaciones y lugares puede fallar.

El entrenamiento tarda minutos en una tarjeta gráfica y horas en un procesador. Si se detiene, su estado se guarda en la carpeta, y «Continuar un entrenamiento detenido» sigue desde ahí.</translation>
        </message>
        <message>
            <source>Tries SoftSeg's engine with a small computation, and reports versions, packages and devices. READY is “yes” where runs can be started. It needs no engine itself, and says what is wrong where there is none.</source>
            <translation>Prueba el motor de SoftSeg con un pequeño cálculo e informa de versiones, paquetes y dispositivos. READY es «yes» donde se pueden iniciar ejecuciones. No necesita motor y dice qué falla si no lo hay.</translation>
        </message>
        <message>
            <source>Tries the engine and says what it is made of.</source>
            <translation>Prueba el motor y dice de qué consta.</translation>
        </message>
        <message>
            <source>Try Again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Try and Use</source>
            <translation>Probar y usar</translation>
        </message>
        <message>
            <source>Trying the engine; the first start takes a while</source>
            <translation>Probando el motor; el primer arranque tarda un poco</translation>
        </message>
        <message>
            <source>Type at least one class to look for.</source>
            <translation>Escriba al menos una clase que buscar.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Unlabelled below</source>
            <translation>Sin clasificar por debajo de</translation>
        </message>
        <message>
            <source>Unlabelled below, class by class: {classes}</source>
            <translation>Sin clase por debajo de, clase por clase: {classes}</translation>
        </message>
        <message>
            <source>Unpacking packages</source>
            <translation>Desempaquetando paquetes</translation>
        </message>
        <message>
            <source>Unpacking…</source>
            <translation>Desempaquetando…</translation>
        </message>
        <message>
            <source>Unsure below</source>
            <translation>Inseguro por debajo de</translation>
        </message>
        <message>
            <source>Unsure below, class by class</source>
            <translation>Inseguro por debajo de, clase por clase</translation>
        </message>
        <message>
            <source>Up to {download} download · {disk} on disk, {free} free</source>
            <translation>Hasta {download} de descarga · {disk} en disco, {free} libres</translation>
        </message>
        <message>
            <source>Urban</source>
            <translation>Ciudad</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Usar</translation>
        </message>
        <message>
            <source>Use Smaller Tiles</source>
            <translation>Usar teselas más pequeñas</translation>
        </message>
        <message>
            <source>Use my own Python…</source>
            <translation>Usar mi propio Python…</translation>
        </message>
        <message>
            <source>Use the Classes of This Run</source>
            <translation>Usar las clases de esta ejecución</translation>
        </message>
        <message>
            <source>Use the Processor</source>
            <translation>Usar el procesador</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>Verificar</translation>
        </message>
        <message>
            <source>Version of the engine</source>
            <translation>Versión del motor</translation>
        </message>
        <message>
            <source>Visible map</source>
            <translation>Mapa visible</translation>
        </message>
        <message>
            <source>Waiting for another SoftSeg…</source>
            <translation>Esperando a otro SoftSeg…</translation>
        </message>
        <message>
            <source>Water and coast</source>
            <translation>Agua y costa</translation>
        </message>
        <message>
            <source>Web map</source>
            <translation>Mapa web</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>Página web</translation>
        </message>
        <message>
            <source>Web page (*.html)</source>
            <translation>Página web (*.html)</translation>
        </message>
        <message>
            <source>What a Run Begins With</source>
            <translation>Con qué empieza una ejecución</translation>
        </message>
        <message>
            <source>What an earlier batch with the same settings has finished stays as it is.</source>
            <translation>Lo que un lote anterior con los mismos ajustes terminó queda como está.</translation>
        </message>
        <message>
            <source>What computes</source>
            <translation>Qué calcula</translation>
        </message>
        <message>
            <source>What computes: auto takes the fastest there is; cuda is an NVIDIA and mps an Apple graphics card.</source>
            <translation>Qué calcula: auto toma lo más rápido que haya; cuda es una tarjeta gráfica NVIDIA y mps una de Apple.</translation>
        </message>
        <message>
            <source>What else there is to see</source>
            <translation>Qué más se ve</translation>
        </message>
        <message>
            <source>What else there is to see, with commas between, as: car, field, bare soil. What looks more like it than like a class stays unlabelled. Empty: every pixel gets a class.</source>
            <translation>Qué más se ve, separado por comas, como: car, field, bare soil. Lo que se parece más a ello que a una clase queda sin clasificar. Vacío: cada píxel recibe una clase.</translation>
        </message>
        <message>
            <source>What else there is to see, with commas between; it stays unlabelled</source>
            <translation>Qué más se ve, separado por comas; queda sin clasificar</translation>
        </message>
        <message>
            <source>What finds the classes: a model that ships with SoftSeg, or one that was downloaded.</source>
            <translation>Qué encuentra las clases: un modelo incluido en SoftSeg o uno descargado.</translation>
        </message>
        <message>
            <source>What is added to classes before deciding, one per line or with ; between them: “building=+0.5; road=-1”. Larger values make a class win more often; 1 is about a factor of e in its odds.</source>
            <translation>Lo que se suma a las clases antes de decidir, una por línea o separadas por ; «edificio=+0.5; carretera=-1». Valores mayores hacen ganar más a una clase; 1 es cerca de un factor e en sus probabilidades.</translation>
        </message>
        <message>
            <source>What is added to the raster's numbers: -1000 for Sentinel-2 from 2022 on that does not say so</source>
            <translation>Lo que se suma a los números del ráster: -1000 para Sentinel-2 a partir de 2022 si el ráster no lo indica</translation>
        </message>
        <message>
            <source>What is downloaded, and from where</source>
            <translation>Qué se descarga y de dónde</translation>
        </message>
        <message>
            <source>What is known: a class raster on any grid, or polygons in any coordinate system.</source>
            <translation>Lo que se sabe: un ráster de clases en cualquier cuadrícula o polígonos en cualquier sistema de coordenadas.</translation>
        </message>
        <message>
            <source>What looks more like one of these words than like any class stays unlabelled, not forced into a class</source>
            <translation>Lo que se parece más a una de estas palabras que a cualquier clase queda sin clasificar, sin forzarlo a ninguna clase</translation>
        </message>
        <message>
            <source>What should be found? Type classes below, paste a list, or take a preset.</source>
            <translation>¿Qué hay que encontrar? Escriba clases abajo, pegue una lista o tome una plantilla.</translation>
        </message>
        <message>
            <source>What some classes need more than that, one per line or with ; between them: “building=0.6; road=0.4”.</source>
            <translation>Lo que algunas clases necesitan además, una por línea o separadas por ;: «building=0.6; road=0.4».</translation>
        </message>
        <message>
            <source>What the classes were decided from, and can be decided anew from: NAME_costs.tif.</source>
            <translation>De lo que se decidieron las clases y se pueden decidir de nuevo: NAME_costs.tif.</translation>
        </message>
        <message>
            <source>What the map shows of the raster</source>
            <translation>Lo que el mapa muestra del ráster</translation>
        </message>
        <message>
            <source>What the model reads for this class, with commas between; without any it reads the name</source>
            <translation>Lo que el modelo lee para esta clase, separado por comas; si no hay nada, lee el nombre</translation>
        </message>
        <message>
            <source>Where engines and caches lie; a few gigabytes. Empty: the system's place for such data</source>
            <translation>Dónde están motores y cachés; unos gigabytes. Vacío: el lugar que el sistema reserva para ello</translation>
        </message>
        <message>
            <source>Where the model is less sure than this, 0 to 1, no class is shown</source>
            <translation>Donde el modelo está menos seguro, 0 a 1, no se muestra clase</translation>
        </message>
        <message>
            <source>Where the rasters are.</source>
            <translation>Dónde están los rásteres.</translation>
        </message>
        <message>
            <source>Whether the engine works: yes or no</source>
            <translation>Si el motor funciona: yes o no</translation>
        </message>
        <message>
            <source>Which class is which of the reference's, one per line: “lawn=grass”. Equal names need no line.</source>
            <translation>Qué clase corresponde a cuál de la referencia, una por línea: «césped=hierba». Los nombres iguales no necesitan línea.</translation>
        </message>
        <message>
            <source>Which files, by patterns with ; between them, in any case.</source>
            <translation>Qué archivos, por patrones separados por ; en mayúsculas o minúsculas.</translation>
        </message>
        <message>
            <source>Whole layer</source>
            <translation>Toda la capa</translation>
        </message>
        <message>
            <source>Windows lacks the Microsoft Visual C++ Redistributable, which PyTorch needs: install it first.</source>
            <translation>A Windows le falta el Microsoft Visual C++ Redistributable que PyTorch necesita: instálelo primero.</translation>
        </message>
        <message>
            <source>With the same raster, polygons, recipe and folder.</source>
            <translation>Con el mismo ráster, polígonos, receta y carpeta.</translation>
        </message>
        <message>
            <source>Work at</source>
            <translation>Trabajar a</translation>
        </message>
        <message>
            <source>Work at, m per pixel</source>
            <translation>Trabajar a, m por píxel</translation>
        </message>
        <message>
            <source>Writing the report…</source>
            <translation>Escribiendo el informe…</translation>
        </message>
        <message>
            <source>about {time}</source>
            <translation>unos {time}</translation>
        </message>
        <message>
            <source>accuracy,assessment,confusion,matrix,iou,kappa,validation,reference,ground truth,compare</source>
            <translation>exactitud,evaluación,confusión,matriz,iou,kappa,validación,referencia,verdad terreno,comparar</translation>
        </message>
        <message>
            <source>agriculture land</source>
            <translation>tierra agrícola</translation>
        </message>
        <message>
            <source>algae</source>
            <translation>algas</translation>
        </message>
        <message>
            <source>any size</source>
            <translation>cualquier tamaño</translation>
        </message>
        <message>
            <source>artificial turf</source>
            <translation>césped artificial</translation>
        </message>
        <message>
            <source>bare ground</source>
            <translation>terreno desnudo</translation>
        </message>
        <message>
            <source>bare soil</source>
            <translation>suelo desnudo</translation>
        </message>
        <message>
            <source>bareland</source>
            <translation>terreno desnudo</translation>
        </message>
        <message>
            <source>beach</source>
            <translation>playa</translation>
        </message>
        <message>
            <source>biogas plant</source>
            <translation>planta de biogás</translation>
        </message>
        <message>
            <source>broadleaved trees</source>
            <translation>frondosas</translation>
        </message>
        <message>
            <source>building</source>
            <translation>edificio</translation>
        </message>
        <message>
            <source>burnt area</source>
            <translation>zona quemada</translation>
        </message>
        <message>
            <source>car</source>
            <translation>coche</translation>
        </message>
        <message>
            <source>class_id, class_name, area_m2, perimeter_m and mean_confidence of each polygon.</source>
            <translation>class_id, class_name, area_m2, perimeter_m y mean_confidence de cada polígono.</translation>
        </message>
        <message>
            <source>classes</source>
            <translation>clases</translation>
        </message>
        <message>
            <source>clearing</source>
            <translation>claro</translation>
        </message>
        <message>
            <source>confidence</source>
            <translation>confianza</translation>
        </message>
        <message>
            <source>conifers</source>
            <translation>coníferas</translation>
        </message>
        <message>
            <source>construction site</source>
            <translation>obra</translation>
        </message>
        <message>
            <source>cropland</source>
            <translation>cultivo</translation>
        </message>
        <message>
            <source>dam</source>
            <translation>presa</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>dañado</translation>
        </message>
        <message>
            <source>damaged building</source>
            <translation>edificio dañado</translation>
        </message>
        <message>
            <source>dead trees</source>
            <translation>árboles muertos</translation>
        </message>
        <message>
            <source>decided anew from {source}</source>
            <translation>decidido de nuevo a partir de {source}</translation>
        </message>
        <message>
            <source>developed space</source>
            <translation>espacio urbanizado</translation>
        </message>
        <message>
            <source>diagnostics,version,gpu,cuda,device,support,probe</source>
            <translation>diagnóstico,versión,gpu,cuda,dispositivo,soporte,prueba</translation>
        </message>
        <message>
            <source>dune</source>
            <translation>duna</translation>
        </message>
        <message>
            <source>exit code {code}</source>
            <translation>código de salida {code}</translation>
        </message>
        <message>
            <source>fallen tree</source>
            <translation>árbol caído</translation>
        </message>
        <message>
            <source>farm building</source>
            <translation>edificio agrícola</translation>
        </message>
        <message>
            <source>felled area</source>
            <translation>tala</translation>
        </message>
        <message>
            <source>flooded area</source>
            <translation>zona inundada</translation>
        </message>
        <message>
            <source>forest track</source>
            <translation>pista forestal</translation>
        </message>
        <message>
            <source>grass</source>
            <translation>hierba</translation>
        </message>
        <message>
            <source>grassland</source>
            <translation>pastizal</translation>
        </message>
        <message>
            <source>green roof</source>
            <translation>cubierta verde</translation>
        </message>
        <message>
            <source>greenhouse</source>
            <translation>invernadero</translation>
        </message>
        <message>
            <source>growing crop</source>
            <translation>cultivo en crecimiento</translation>
        </message>
        <message>
            <source>harbour</source>
            <translation>puerto</translation>
        </message>
        <message>
            <source>hay bale</source>
            <translation>bala de heno</translation>
        </message>
        <message>
            <source>hedge and trees</source>
            <translation>seto y árboles</translation>
        </message>
        <message>
            <source>intact building</source>
            <translation>edificio intacto</translation>
        </message>
        <message>
            <source>irrigated field</source>
            <translation>campo de regadío</translation>
        </message>
        <message>
            <source>landslide</source>
            <translation>deslizamiento</translation>
        </message>
        <message>
            <source>licence {licence}</source>
            <translation>licencia {licence}</translation>
        </message>
        <message>
            <source>log pile</source>
            <translation>pila de troncos</translation>
        </message>
        <message>
            <source>loose ground</source>
            <translation>suelo suelto</translation>
        </message>
        <message>
            <source>low vegetation</source>
            <translation>vegetación baja</translation>
        </message>
        <message>
            <source>maize field</source>
            <translation>maizal</translation>
        </message>
        <message>
            <source>mangrove</source>
            <translation>manglar</translation>
        </message>
        <message>
            <source>mean averages them; in max the best one speaks.</source>
            <translation>mean las promedia; con max cuenta la mejor.</translation>
        </message>
        <message>
            <source>mudflat</source>
            <translation>marisma fangosa</translation>
        </message>
        <message>
            <source>native is SoftSeg's own; the others are as published figures were made, with their own tiles.</source>
            <translation>native es la propia de SoftSeg; las otras son como se obtuvieron las cifras publicadas, con sus propias teselas.</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nunca</translation>
        </message>
        <message>
            <source>no CRS</source>
            <translation>sin SRC</translation>
        </message>
        <message>
            <source>none stated</source>
            <translation>ninguna indicada</translation>
        </message>
        <message>
            <source>not commercial</source>
            <translation>no comercial</translation>
        </message>
        <message>
            <source>not downloaded</source>
            <translation>sin descargar</translation>
        </message>
        <message>
            <source>open water</source>
            <translation>agua abierta</translation>
        </message>
        <message>
            <source>orchard</source>
            <translation>huerto frutal</translation>
        </message>
        <message>
            <source>own CRS</source>
            <translation>SRC propio</translation>
        </message>
        <message>
            <source>parking lot</source>
            <translation>aparcamiento</translation>
        </message>
        <message>
            <source>passable road</source>
            <translation>carretera transitable</translation>
        </message>
        <message>
            <source>pavement</source>
            <translation>acera</translation>
        </message>
        <message>
            <source>pipeline</source>
            <translation>tubería</translation>
        </message>
        <message>
            <source>plantation</source>
            <translation>plantación</translation>
        </message>
        <message>
            <source>ploughed field</source>
            <translation>campo arado</translation>
        </message>
        <message>
            <source>polygons</source>
            <translation>polígonos</translation>
        </message>
        <message>
            <source>polygons of {source}</source>
            <translation>polígonos de {source}</translation>
        </message>
        <message>
            <source>power line</source>
            <translation>línea eléctrica</translation>
        </message>
        <message>
            <source>power station</source>
            <translation>central eléctrica</translation>
        </message>
        <message>
            <source>railway</source>
            <translation>ferrocarril</translation>
        </message>
        <message>
            <source>rangeland</source>
            <translation>pastizal</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>listo</translation>
        </message>
        <message>
            <source>ripe grain</source>
            <translation>cereal maduro</translation>
        </message>
        <message>
            <source>road</source>
            <translation>carretera</translation>
        </message>
        <message>
            <source>rock</source>
            <translation>roca</translation>
        </message>
        <message>
            <source>roof</source>
            <translation>tejado</translation>
        </message>
        <message>
            <source>rubble</source>
            <translation>escombros</translation>
        </message>
        <message>
            <source>sealed ground</source>
            <translation>suelo sellado</translation>
        </message>
        <message>
            <source>segmentation,classification,costs,balance,threshold,confidence,sieve</source>
            <translation>segmentación,clasificación,costes,equilibrio,umbral,confianza,cribado</translation>
        </message>
        <message>
            <source>segmentation,classification,land cover,batch,folder,many,mosaic,deep learning</source>
            <translation>segmentación,clasificación,cobertura del suelo,lote,carpeta,muchos,mosaico,aprendizaje profundo</translation>
        </message>
        <message>
            <source>segmentation,classification,land cover,landuse,deep learning,ai,text,prompt,semantic</source>
            <translation>segmentación,clasificación,cobertura del suelo,uso del suelo,aprendizaje profundo,ia,texto,indicación,semántico</translation>
        </message>
        <message>
            <source>segmented {source} into {classes}</source>
            <translation>{source} segmentado en {classes}</translation>
        </message>
        <message>
            <source>shadow</source>
            <translation>sombra</translation>
        </message>
        <message>
            <source>ship</source>
            <translation>barco</translation>
        </message>
        <message>
            <source>shrub</source>
            <translation>arbusto</translation>
        </message>
        <message>
            <source>size not known</source>
            <translation>tamaño desconocido</translation>
        </message>
        <message>
            <source>skip goes on with the next one and reports it; stop ends the batch.</source>
            <translation>skip sigue con el siguiente y lo comunica; stop termina el lote.</translation>
        </message>
        <message>
            <source>solar panel</source>
            <translation>panel solar</translation>
        </message>
        <message>
            <source>sports field</source>
            <translation>campo deportivo</translation>
        </message>
        <message>
            <source>storage tank</source>
            <translation>tanque de almacenamiento</translation>
        </message>
        <message>
            <source>substation</source>
            <translation>subestación</translation>
        </message>
        <message>
            <source>surf</source>
            <translation>rompiente</translation>
        </message>
        <message>
            <source>swimming pool</source>
            <translation>piscina</translation>
        </message>
        <message>
            <source>synonyms…</source>
            <translation>sinónimos…</translation>
        </message>
        <message>
            <source>temporary</source>
            <translation>temporal</translation>
        </message>
        <message>
            <source>temporary files</source>
            <translation>archivos temporales</translation>
        </message>
        <message>
            <source>tent</source>
            <translation>tienda de campaña</translation>
        </message>
        <message>
            <source>the Python package index</source>
            <translation>el índice de paquetes de Python</translation>
        </message>
        <message>
            <source>the raster's resolution</source>
            <translation>resolución del ráster</translation>
        </message>
        <message>
            <source>track</source>
            <translation>camino</translation>
        </message>
        <message>
            <source>training,fine-tune,learn,samples,supervised,deep learning,segmentation</source>
            <translation>entrenamiento,ajuste fino,aprender,muestras,supervisado,aprendizaje profundo,segmentación</translation>
        </message>
        <message>
            <source>tree</source>
            <translation>árbol</translation>
        </message>
        <message>
            <source>try: {words}</source>
            <translation>pruebe: {words}</translation>
        </message>
        <message>
            <source>type a class and press Enter…</source>
            <translation>escriba una clase y pulse Intro…</translation>
        </message>
        <message>
            <source>unclear</source>
            <translation>no está claro</translation>
        </message>
        <message>
            <source>unfinished</source>
            <translation>incompleto</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>desconocido</translation>
        </message>
        <message>
            <source>unverified</source>
            <translation>sin verificar</translation>
        </message>
        <message>
            <source>uv and all packages</source>
            <translation>uv y todos los paquetes</translation>
        </message>
        <message>
            <source>uv, the installer, where this computer has none</source>
            <translation>uv, el instalador, si este equipo no lo tiene</translation>
        </message>
        <message>
            <source>vectorise,vectorize,polygonise,polygonize,simplify,coverage,segmentation,geopackage</source>
            <translation>vectorizar,poligonizar,simplificar,cobertura,segmentación,geopackage</translation>
        </message>
        <message>
            <source>vegetation</source>
            <translation>vegetación</translation>
        </message>
        <message>
            <source>vineyard</source>
            <translation>viñedo</translation>
        </message>
        <message>
            <source>vrt joins the class rasters in the virtual raster mosaic.vrt.</source>
            <translation>vrt une los rásteres de clases en el ráster virtual mosaic.vrt.</translation>
        </message>
        <message>
            <source>water</source>
            <translation>agua</translation>
        </message>
        <message>
            <source>wetland</source>
            <translation>humedal</translation>
        </message>
        <message>
            <source>what else there is to see…</source>
            <translation>qué más se ve…</translation>
        </message>
        <message>
            <source>wind turbine</source>
            <translation>aerogenerador</translation>
        </message>
        <message>
            <source>{count} languages</source>
            <translation>{count} idiomas</translation>
        </message>
        <message>
            <source>{disk} on disk, {free} free</source>
            <translation>{disk} en disco, {free} libres</translation>
        </message>
        <message>
            <source>{done} of {total} tiles</source>
            <translation>{done} de {total} teselas</translation>
        </message>
        <message>
            <source>{host} cannot be reached: check the network and QGIS's proxy, or install from a folder.</source>
            <translation>No se puede acceder a {host}: revise la red y el proxy de QGIS, o instale desde una carpeta.</translation>
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
            <translation>{model} segmenta tal cual, sin una red entrenada sobre él: espere manchas más que contornos.</translation>
        </message>
        <message>
            <source>{name} (preset)</source>
            <translation>{name} (plantilla)</translation>
        </message>
        <message>
            <source>{name} is left out</source>
            <translation>{name} se deja fuera</translation>
        </message>
        <message>
            <source>{name} is used</source>
            <translation>{name} se usa</translation>
        </message>
        <message>
            <source>{path} is no Python: choose a program such as python3.</source>
            <translation>{path} no es un Python: elija un programa como python3.</translation>
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
            <translation>{share} sin clasificar o sin datos</translation>
        </message>
        <message>
            <source>{size} megapixels</source>
            <translation>{size} megapíxeles</translation>
        </message>
        <message>
            <source>{tiles} tiles at {resolution}; up to {disk} MB for the class raster. The time is learned from past runs.</source>
            <translation>{tiles} teselas a {resolution}; hasta {disk} MB para el ráster de clases. El tiempo se aprende de ejecuciones pasadas.</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>quedan {time}</translation>
        </message>
        <message>
            <source>{title} is damaged: download it again.</source>
            <translation>{title} está dañado: descárguelo de nuevo.</translation>
        </message>
        <message>
            <source>{title} is ready.</source>
            <translation>{title} está listo.</translation>
        </message>
        <message>
            <source>{title}, {size}.</source>
            <translation>{title}, {size}.</translation>
        </message>
        <message>
            <source>{used} of {bands} bands</source>
            <translation>{used} de {bands} bandas</translation>
        </message>
        <message>
            <source>“{entry}” is not of the form name=0.5.</source>
            <translation>«{entry}» no tiene la forma nombre=0.5.</translation>
        </message>
        <message>
            <source>“{name}” has no resolution of its own: choose the one to work at, in m.</source>
            <translation>«{name}» no tiene resolución propia: elija la de trabajo, en m.</translation>
        </message>
        <message>
            <source>“{name}” is in the list already.</source>
            <translation>«{name}» ya está en la lista.</translation>
        </message>
        <message>
            <source>“{name}” is no file that the engine can open: save it as a GeoTIFF first.</source>
            <translation>«{name}» no es un archivo que el motor pueda abrir: guárdelo antes como GeoTIFF.</translation>
        </message>
        <message>
            <source>“{name}” shows nothing here at this resolution: check the connection, or choose another area.</source>
            <translation>«{name}» no muestra nada aquí con esta resolución: revise la conexión o elija otra zona.</translation>
        </message>
    </context>
</TS>
