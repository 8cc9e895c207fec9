<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
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
            <translation> com o modelo {model}</translation>
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
            <translation>Um ficheiro TOML com tudo o que determina um treino; vazio: o que convém a um único raster.</translation>
        </message>
        <message>
            <source>A class raster; 0 gives no polygons.</source>
            <translation>Um raster de classes; 0 não dá polígonos.</translation>
        </message>
        <message>
            <source>A downloaded model whose view of whole scenes makes classes more or less likely; untested. Empty: none.</source>
            <translation>Um modelo transferido cuja visão de cenas inteiras torna as classes mais ou menos prováveis; não testado. Vazio: nenhum.</translation>
        </message>
        <message>
            <source>A file with the classes (JSON, CSV or class text), as the panel exports it; replaces the typed ones.</source>
            <translation>Um ficheiro com as classes (JSON, CSV ou texto), tal como o painel o exporta; substitui as escritas.</translation>
        </message>
        <message>
            <source>A model of your own, as “softseg train” writes it, instead of the one above.</source>
            <translation>Um modelo seu, tal como «softseg train» o escreve, em vez do anterior.</translation>
        </message>
        <message>
            <source>A program, or the folder of an environment, with the packages of SoftSeg's engine.lock</source>
            <translation>Um programa, ou a pasta de um ambiente, com os pacotes do engine.lock do SoftSeg</translation>
        </message>
        <message>
            <source>A trained model learns further from what it knows, which takes the fewest polygons; efficientnet_lite0 and downloaded models are encoders on which a network is trained from nothing.</source>
            <translation>Um modelo treinado continua a aprender a partir do que sabe, o que exige menos polígonos; efficientnet_lite0 e os modelos transferidos são codificadores sobre os quais uma rede é treinada do zero.</translation>
        </message>
        <message>
            <source>A waiting engine answers at once, but holds memory, on the graphics card too</source>
            <translation>Um motor em espera responde de imediato, mas ocupa memória, também na placa gráfica</translation>
        </message>
        <message>
            <source>A web page about all rasters: what was done, what failed and why, and what each class covers.</source>
            <translation>Uma página web sobre todos os rasters: o que foi feito, o que falhou e porquê, e o que cada classe cobre.</translation>
        </message>
        <message>
            <source>A web page to read or to send to whoever helps.</source>
            <translation>Uma página web para ler ou enviar a quem o ajuda.</translation>
        </message>
        <message>
            <source>A web page with figures and pictures, which needs nothing beside it.</source>
            <translation>Uma página web com números e imagens, que não precisa de mais nenhum ficheiro.</translation>
        </message>
        <message>
            <source>A web page with map, areas and what made them</source>
            <translation>Uma página web com o mapa, as áreas e como foram obtidos</translation>
        </message>
        <message>
            <source>Add Synonyms</source>
            <translation>Adicionar sinónimos</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Avançado</translation>
        </message>
        <message>
            <source>After a raster that fails</source>
            <translation>Depois de um raster que falha</translation>
        </message>
        <message>
            <source>Agriculture</source>
            <translation>Agricultura</translation>
        </message>
        <message>
            <source>All figures (JSON)</source>
            <translation>Todos os números (JSON)</translation>
        </message>
        <message>
            <source>All figures, for programs.</source>
            <translation>Todos os números, para programas.</translation>
        </message>
        <message>
            <source>All of the raster</source>
            <translation>Todo o raster</translation>
        </message>
        <message>
            <source>All other packages</source>
            <translation>Todos os outros pacotes</translation>
        </message>
        <message>
            <source>All packages (PyTorch, rasterio and others)</source>
            <translation>Todos os pacotes (PyTorch, rasterio e outros)</translation>
        </message>
        <message>
            <source>All packages are there already</source>
            <translation>Todos os pacotes já existem</translation>
        </message>
        <message>
            <source>Always made: the class of each pixel, on the grid of the raster</source>
            <translation>É sempre feito: a classe de cada píxel, na grelha do raster</translation>
        </message>
        <message>
            <source>An empty or a new folder, not a temporary one; an older model in it is replaced.</source>
            <translation>Uma pasta vazia ou nova, não temporária; um modelo anterior que lá esteja é substituído.</translation>
        </message>
        <message>
            <source>Another QGIS is setting up the engine: wait until it is done.</source>
            <translation>Outro QGIS está a instalar o motor: aguarde até terminar.</translation>
        </message>
        <message>
            <source>Apple Graphics</source>
            <translation>Gráficos da Apple</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Aplicar</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Área</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Área (m²)</translation>
        </message>
        <message>
            <source>Areas and figures of the run (JSON)</source>
            <translation>Áreas e números da execução (JSON)</translation>
        </message>
        <message>
            <source>Areas of the classes (JSON)</source>
            <translation>Áreas das classes (JSON)</translation>
        </message>
        <message>
            <source>As it is listed in the panel; empty: that of its folder.</source>
            <translation>Como aparece no painel; vazio: o da sua pasta.</translation>
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
            <translation>Automático: GPU da Apple</translation>
        </message>
        <message>
            <source>Automatic: NVIDIA graphics card</source>
            <translation>Automático: placa gráfica NVIDIA</translation>
        </message>
        <message>
            <source>Back to the panel</source>
            <translation>Voltar ao painel</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>Equilíbrio</translation>
        </message>
        <message>
            <source>Balance of {name}</source>
            <translation>Equilíbrio de {name}</translation>
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
            <translation>Começar com</translation>
        </message>
        <message>
            <source>Blue band</source>
            <translation>Banda azul</translation>
        </message>
        <message>
            <source>Bring Back the Last List</source>
            <translation>Recuperar a lista anterior</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Cancelled; nothing was changed.</source>
            <translation>Cancelado; nada foi alterado.</translation>
        </message>
        <message>
            <source>Cancelling</source>
            <translation>A cancelar</translation>
        </message>
        <message>
            <source>Candidates in each place</source>
            <translation>Candidatas em cada lugar</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Alterar…</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>A verificar…</translation>
        </message>
        <message>
            <source>Choose Model</source>
            <translation>Escolher modelo</translation>
        </message>
        <message>
            <source>Choose Output</source>
            <translation>Escolher saída</translation>
        </message>
        <message>
            <source>Choose a raster first.</source>
            <translation>Escolha primeiro um raster.</translation>
        </message>
        <message>
            <source>Choose all three bands, or leave all of them to the raster.</source>
            <translation>Escolha as três bandas, ou deixe todas ao raster.</translation>
        </message>
        <message>
            <source>Choose the colour</source>
            <translation>Escolher a cor</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Classe</translation>
        </message>
        <message>
            <source>Class field</source>
            <translation>Campo de classe</translation>
        </message>
        <message>
            <source>Class lists</source>
            <translation>Listas de classes</translation>
        </message>
        <message>
            <source>Class name</source>
            <translation>Nome da classe</translation>
        </message>
        <message>
            <source>Class polygons</source>
            <translation>Polígonos de classes</translation>
        </message>
        <message>
            <source>Class raster</source>
            <translation>Raster de classes</translation>
        </message>
        <message>
            <source>Class raster to polygons</source>
            <translation>Raster de classes para polígonos</translation>
        </message>
        <message>
            <source>Class set</source>
            <translation>Conjunto de classes</translation>
        </message>
        <message>
            <source>Class sets (*.json *.csv *.txt)</source>
            <translation>Conjuntos de classes (*.json *.csv *.txt)</translation>
        </message>
        <message>
            <source>Class table (JSON)</source>
            <translation>Tabela de classes (JSON)</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Classes</translation>
        </message>
        <message>
            <source>Classes of the reference whose ground is not judged, like “clutter; 255”.</source>
            <translation>Classes da referência cujo terreno não é avaliado, como «outros; 255».</translation>
        </message>
        <message>
            <source>Classes that become part of others, one per line or with ; between them: “street=road; path=road”. The merged class is where any of them is.</source>
            <translation>Classes que passam a fazer parte de outras, uma por linha ou separadas por ; «rua=estrada; caminho=estrada». A classe resultante está onde estiver qualquer uma delas.</translation>
        </message>
        <message>
            <source>Classes that it was trained on</source>
            <translation>Classes com que foi treinado</translation>
        </message>
        <message>
            <source>Classes, one per line</source>
            <translation>Classes, uma por linha</translation>
        </message>
        <message>
            <source>Clearing up</source>
            <translation>A limpar</translation>
        </message>
        <message>
            <source>Coarser is faster and sees more surroundings; the output always has the raster's own grid</source>
            <translation>Mais grosseiro é mais rápido e vê mais em redor; a saída tem sempre a grelha do raster</translation>
        </message>
        <message>
            <source>Cohen's kappa</source>
            <translation>Kappa de Cohen</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Cor</translation>
        </message>
        <message>
            <source>Colour of {name}</source>
            <translation>Cor de {name}</translation>
        </message>
        <message>
            <source>Colour of {name}: {colour}</source>
            <translation>Cor de {name}: {colour}</translation>
        </message>
        <message>
            <source>Compares a class raster, made by any program, with a reference, and shows where it is wrong.</source>
            <translation>Compara um raster de classes, feito por qualquer programa, com uma referência e mostra onde está errado.</translation>
        </message>
        <message>
            <source>Compares a class raster, made by any program, with what is known of the ground: another class raster or polygons with a class field. The report shows the errors on a map, the confusion matrix, and for each class precision, recall, F1, IoU and boundary IoU.

Classes of equal names are compared; “Classes” says which is which where names differ. Where the reference knows nothing, nothing is judged.</source>
            <translation>Compara um raster de classes, feito por qualquer programa, com o que se sabe do terreno: outro raster de classes ou polígonos com um campo de classe. O relatório mostra os erros num mapa, a matriz de confusão e, para cada classe, precisão, revocação, F1, IoU e IoU de fronteira.

São comparadas as classes com o mesmo nome; «Classes» indica qual corresponde a qual onde os nomes diferem. Onde a referência nada sabe, nada é avaliado.</translation>
        </message>
        <message>
            <source>Compute on</source>
            <translation>Calcular em</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confiança</translation>
        </message>
        <message>
            <source>Confidence rasters too</source>
            <translation>Também rasters de confiança</translation>
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
            <translation>Copiar áreas</translation>
        </message>
        <message>
            <source>Copy Report</source>
            <translation>Copiar relatório</translation>
        </message>
        <message>
            <source>Copy as Processing Command</source>
            <translation>Copiar como comando de Processamento</translation>
        </message>
        <message>
            <source>Copying the map</source>
            <translation>A copiar o mapa</translation>
        </message>
        <message>
            <source>Copying the map was cancelled.</source>
            <translation>A cópia do mapa foi cancelada.</translation>
        </message>
        <message>
            <source>Copying the map…</source>
            <translation>A copiar o mapa…</translation>
        </message>
        <message>
            <source>Copying “{name}” was cancelled.</source>
            <translation>A cópia de «{name}» foi cancelada.</translation>
        </message>
        <message>
            <source>Copying…</source>
            <translation>A copiar…</translation>
        </message>
        <message>
            <source>Cost rasters too</source>
            <translation>Também rasters de custos</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>Custos</translation>
        </message>
        <message>
            <source>Damage</source>
            <translation>Danos</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Pasta de dados</translation>
        </message>
        <message>
            <source>Decide classes anew from costs</source>
            <translation>Decidir de novo as classes a partir de custos</translation>
        </message>
        <message>
            <source>Deciding…</source>
            <translation>A decidir…</translation>
        </message>
        <message>
            <source>Delete the files of {title}? They can be fetched again.</source>
            <translation>Eliminar os ficheiros de {title}? Podem ser obtidos de novo.</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Concluído</translation>
        </message>
        <message>
            <source>Download Model</source>
            <translation>Transferir modelo</translation>
        </message>
        <message>
            <source>Download models, or take them from a folder</source>
            <translation>Transferir modelos ou obtê-los de uma pasta</translation>
        </message>
        <message>
            <source>Downloading {name} ({size} MB)</source>
            <translation>A transferir {name} ({size} MB)</translation>
        </message>
        <message>
            <source>Downloading {name} ({size} MB) and {others} more</source>
            <translation>A transferir {name} ({size} MB) e mais {others}</translation>
        </message>
        <message>
            <source>Downloading…</source>
            <translation>A transferir…</translation>
        </message>
        <message>
            <source>Download…</source>
            <translation>Transferir…</translation>
        </message>
        <message>
            <source>Draw Another</source>
            <translation>Desenhar outra</translation>
        </message>
        <message>
            <source>Draw on Map</source>
            <translation>Desenhar no mapa</translation>
        </message>
        <message>
            <source>Draw on the map: drag a rectangle, or click corners and close with a right click.</source>
            <translation>Desenhe no mapa: arraste um retângulo, ou clique nos vértices e feche com um clique direito.</translation>
        </message>
        <message>
            <source>Draw polygons first: a few for each class, with a text field for its name.</source>
            <translation>Desenhe primeiro polígonos: alguns para cada classe, com um campo de texto para o seu nome.</translation>
        </message>
        <message>
            <source>Drawing polygons…</source>
            <translation>A desenhar polígonos…</translation>
        </message>
        <message>
            <source>Drawn area</source>
            <translation>Desenhada</translation>
        </message>
        <message>
            <source>Each raster gets NAME_classes.tif there.</source>
            <translation>Cada raster recebe aí NAME_classes.tif.</translation>
        </message>
        <message>
            <source>Energy</source>
            <translation>Energia</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <source>Engine and device report</source>
            <translation>Relatório do motor e do dispositivo</translation>
        </message>
        <message>
            <source>Engine ready</source>
            <translation>Motor pronto</translation>
        </message>
        <message>
            <source>Engine ready: it computes on {device}; set up in {time}.</source>
            <translation>Motor pronto: calcula em {device}; instalado em {time}.</translation>
        </message>
        <message>
            <source>Esc gives up</source>
            <translation>Esc desiste</translation>
        </message>
        <message>
            <source>Estimate the whole map</source>
            <translation>Estimar todo o mapa</translation>
        </message>
        <message>
            <source>Everything else</source>
            <translation>Tudo o resto</translation>
        </message>
        <message>
            <source>Export Classes</source>
            <translation>Exportar classes</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Extensão</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Números</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Ficheiros</translation>
        </message>
        <message>
            <source>Fill holes up to, m²</source>
            <translation>Preencher buracos até, m²</translation>
        </message>
        <message>
            <source>Finds the balance that fits polygons whose class you know</source>
            <translation>Encontra o equilíbrio que se ajusta a polígonos cuja classe conhece</translation>
        </message>
        <message>
            <source>Finds the balance with which the classes fit polygons whose class you know. Draw two or more for each class, better five, all over the raster. What is learnt holds for this raster alone.</source>
            <translation>Encontra o equilíbrio com que as classes se ajustam a polígonos cuja classe conhece. Desenhe dois ou mais para cada classe, de preferência cinco, por todo o raster. O que é aprendido só vale para este raster.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in an aerial or satellite image, and writes a class raster with the pixels of the input: 1 is the first class, 0 is no data or unlabelled. Colours and names are inside.

The raster is cut into overlapping tiles whose results are blended, so that there are no seams. All is computed on this machine. Web maps (XYZ, WMS) are copied first, at the resolution and in the extent that you choose.

Keep the costs to decide anew later, without the model: “Decide classes anew from costs”.</source>
            <translation>Encontra as classes escritas numa imagem aérea ou de satélite e escreve um raster de classes com os píxeis da entrada: 1 é a primeira classe, 0 é sem dados ou sem classe. Inclui cores e nomes.

O raster é cortado em mosaicos sobrepostos cujos resultados se fundem, sem costuras. Tudo é calculado neste computador. Os mapas web (XYZ, WMS) são copiados antes, na resolução e na extensão escolhidas.

Guarde os custos para decidir de novo mais tarde, sem o modelo: «Decidir de novo as classes a partir de custos».</translation>
        </message>
        <message>
            <source>Finds the classes that you type in an aerial or satellite image.</source>
            <translation>Encontra as classes escritas numa imagem aérea ou de satélite.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in every raster of a folder, with one model that is loaded once. Each raster gets a class raster of its own name in the output folder.

A raster that cannot be segmented is skipped and reported, or stops the batch, as you choose. What an earlier batch with the same settings has finished is not computed again, so that a batch which was cancelled goes on where it was.</source>
            <translation>Encontra as classes escritas em cada raster de uma pasta, com um modelo que é carregado uma só vez. Cada raster recebe um raster de classes com o seu nome na pasta de saída.

Um raster que não pode ser segmentado é saltado e comunicado, ou para o lote, conforme escolher. O que um lote anterior com as mesmas definições terminou não é calculado de novo; um lote cancelado continua onde estava.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in every raster of a folder.</source>
            <translation>Encontra as classes escritas em cada raster de uma pasta.</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Pasta</translation>
        </message>
        <message>
            <source>Folder for the Results</source>
            <translation>Pasta dos resultados</translation>
        </message>
        <message>
            <source>Folder for the results</source>
            <translation>Pasta dos resultados</translation>
        </message>
        <message>
            <source>Folder of a Model</source>
            <translation>Pasta de um modelo</translation>
        </message>
        <message>
            <source>Folder of another model</source>
            <translation>Pasta de outro modelo</translation>
        </message>
        <message>
            <source>Folder of packages</source>
            <translation>Pasta de pacotes</translation>
        </message>
        <message>
            <source>Folder of the model</source>
            <translation>Pasta do modelo</translation>
        </message>
        <message>
            <source>Folder with the Files of {title}</source>
            <translation>Pasta com os ficheiros de {title}</translation>
        </message>
        <message>
            <source>For multispectral models: what is added to the raster's numbers, like -1000 for products of Sentinel-2 from 2022 on. Empty: what the raster declares.</source>
            <translation>Para modelos multiespectrais: o que é somado aos números do raster, por exemplo -1000 para produtos do Sentinel-2 a partir de 2022. Vazio: o que o raster declara.</translation>
        </message>
        <message>
            <source>Forest</source>
            <translation>Floresta</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Esquecer</translation>
        </message>
        <message>
            <source>From Folder…</source>
            <translation>De uma pasta…</translation>
        </message>
        <message>
            <source>GeoPackage with one polygon per patch: class, area, mean confidence.</source>
            <translation>GeoPackage com um polígono por mancha: classe, área, confiança média.</translation>
        </message>
        <message>
            <source>GeoTIFF with the pixels of the costs.</source>
            <translation>GeoTIFF com os píxeis dos custos.</translation>
        </message>
        <message>
            <source>GeoTIFF with the pixels of the input.</source>
            <translation>GeoTIFF com os píxeis da entrada.</translation>
        </message>
        <message>
            <source>Getting packages</source>
            <translation>A obter pacotes</translation>
        </message>
        <message>
            <source>Give {name} less or more of the map; a double click takes it back</source>
            <translation>Dar a {name} menos ou mais do mapa; um duplo clique anula</translation>
        </message>
        <message>
            <source>Go on with a training that was stopped</source>
            <translation>Continuar um treino que foi parado</translation>
        </message>
        <message>
            <source>Go on?</source>
            <translation>Continuar?</translation>
        </message>
        <message>
            <source>Good For</source>
            <translation>Bom para</translation>
        </message>
        <message>
            <source>Green band</source>
            <translation>Banda verde</translation>
        </message>
        <message>
            <source>Ground resolution that the model looks at, in metres per pixel. Empty: what suits the model; 0: the raster's own. The result has the raster's pixels in any case.</source>
            <translation>Resolução do terreno com que o modelo olha, em metros por píxel. Vazio: a que convém ao modelo; 0: a do raster. O resultado tem sempre os píxeis do raster.</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ajuda</translation>
        </message>
        <message>
            <source>How far an edge may move; 0: edges stay on pixel edges. The size of a pixel takes the steps away.</source>
            <translation>Quanto uma aresta se pode mover; 0: as arestas ficam nas dos píxeis. O tamanho de um píxel tira os degraus.</translation>
        </message>
        <message>
            <source>How far neighbouring tiles overlap, as a share of a tile's side; results are blended there.</source>
            <translation>Quanto os mosaicos vizinhos se sobrepõem, como parte do lado de um mosaico; aí os resultados fundem-se.</translation>
        </message>
        <message>
            <source>How far neighbouring tiles overlap; more is slower and smoother</source>
            <translation>Quanto os mosaicos vizinhos se sobrepõem; mais é mais lento e mais suave</translation>
        </message>
        <message>
            <source>How long to train; 0: as the recipe says, or 300 for a trained model and 600 for an encoder.</source>
            <translation>Quanto tempo treinar; 0: como indica a receita, ou 300 para um modelo treinado e 600 para um codificador.</translation>
        </message>
        <message>
            <source>How many tiles are computed at once; 0: chosen for the device.</source>
            <translation>Quantos mosaicos são calculados ao mesmo tempo; 0: conforme o dispositivo.</translation>
        </message>
        <message>
            <source>How near to an edge counts for the boundary IoU; 0 leaves it out.</source>
            <translation>Que proximidade de uma fronteira conta para a IoU de fronteira; 0 omite-a.</translation>
        </message>
        <message>
            <source>How often corners are cut; small gaps open where three classes meet.</source>
            <translation>Quantas vezes os cantos são cortados; abrem-se pequenas falhas onde três classes se encontram.</translation>
        </message>
        <message>
            <source>How sure each pixel's class is, from 0 to 1.</source>
            <translation>Quão segura é a classe de cada píxel, de 0 a 1.</translation>
        </message>
        <message>
            <source>How sure each pixel's class is, from 0 to 1: NAME_confidence.tif.</source>
            <translation>Quão segura é a classe de cada píxel, de 0 a 1: NAME_confidence.tif.</translation>
        </message>
        <message>
            <source>How sure the model is of each pixel, 0 to 1</source>
            <translation>Quão seguro o modelo está de cada píxel, 0 a 1</translation>
        </message>
        <message>
            <source>How they reach the words; auto takes what suits the model. Trained models have one way only.</source>
            <translation>Como chegam às palavras; auto usa o que convém ao modelo. Os modelos treinados têm uma única via.</translation>
        </message>
        <message>
            <source>How values become brightness, once for the whole raster: auto leaves 8-bit rasters as they are and stretches all others from the 2nd to the 98th percentile.</source>
            <translation>Como os valores se tornam brilho, uma vez para todo o raster: auto deixa os rasters de 8 bits como estão e realça os outros do percentil 2 ao 98.</translation>
        </message>
        <message>
            <source>How values that are not 8 bit become brightness; one stretch for the whole raster</source>
            <translation>Como os valores que não são de 8 bits se tornam brilho; um realce para todo o raster</translation>
        </message>
        <message>
            <source>Import Classes</source>
            <translation>Importar classes</translation>
        </message>
        <message>
            <source>Import Model</source>
            <translation>Importar modelo</translation>
        </message>
        <message>
            <source>Import from Folder…</source>
            <translation>Importar de uma pasta…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importar…</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>Em uso</translation>
        </message>
        <message>
            <source>Inference</source>
            <translation>Inferência</translation>
        </message>
        <message>
            <source>Inside an area that you draw on the map</source>
            <translation>Dentro de uma área que desenhe no mapa</translation>
        </message>
        <message>
            <source>Inside the polygons of a layer</source>
            <translation>Dentro dos polígonos de uma camada</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Instalar</translation>
        </message>
        <message>
            <source>Install for me</source>
            <translation>Instalar por mim</translation>
        </message>
        <message>
            <source>Install from a folder of packages (offline)…</source>
            <translation>Instalar a partir de uma pasta de pacotes (sem rede)…</translation>
        </message>
        <message>
            <source>Installing packages</source>
            <translation>A instalar pacotes</translation>
        </message>
        <message>
            <source>Instead of one for each patch.</source>
            <translation>Em vez de uma por mancha.</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
        <message>
            <source>Keep this raster</source>
            <translation>Manter este raster</translation>
        </message>
        <message>
            <source>Keep this raster, whichever layer is active</source>
            <translation>Manter este raster, seja qual for a camada ativa</translation>
        </message>
        <message>
            <source>Keep what deciding again needs beside the other files, for later sessions</source>
            <translation>Guardar junto dos outros ficheiros o que é preciso para decidir de novo mais tarde</translation>
        </message>
        <message>
            <source>Land cover</source>
            <translation>Cobertura do solo</translation>
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
            <translation>Aprender com os meus polígonos</translation>
        </message>
        <message>
            <source>Learn from My Polygons…</source>
            <translation>Aprender com os meus polígonos…</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Deixar de fora</translation>
        </message>
        <message>
            <source>Leave out what is finished</source>
            <translation>Saltar o que está terminado</translation>
        </message>
        <message>
            <source>Leave this class out of the next run</source>
            <translation>Deixar esta classe de fora na próxima execução</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Licença</translation>
        </message>
        <message>
            <source>Licence: {licence}</source>
            <translation>Licença: {licence}</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>A carregar o modelo…</translation>
        </message>
        <message>
            <source>Look for this class again</source>
            <translation>Voltar a procurar esta classe</translation>
        </message>
        <message>
            <source>Looking at the models…</source>
            <translation>A examinar os modelos…</translation>
        </message>
        <message>
            <source>Looking at the raster…</source>
            <translation>A examinar o raster…</translation>
        </message>
        <message>
            <source>Looking for uv, the installer</source>
            <translation>A procurar o uv, o instalador</translation>
        </message>
        <message>
            <source>Looking up packages</source>
            <translation>A consultar pacotes</translation>
        </message>
        <message>
            <source>Made for {finest:g} to {coarsest:g} m per pixel</source>
            <translation>Feito para {finest:g} a {coarsest:g} m por píxel</translation>
        </message>
        <message>
            <source>Makes another class raster of the costs that a run has kept, in seconds.</source>
            <translation>Faz em segundos outro raster de classes com os custos guardados de uma execução.</translation>
        </message>
        <message>
            <source>Makes another class raster of the costs that “Segment raster by class names” has kept: with another balance between the classes, with unsure pixels left out, without small patches, or with classes that become part of others. No model is needed, so it takes seconds.</source>
            <translation>Faz outro raster de classes com os custos que «Segmentar raster por nomes de classes» guardou: com outro equilíbrio entre as classes, sem píxeis incertos, sem manchas pequenas ou com classes que passam a fazer parte de outras. Não precisa de modelo e demora segundos.</translation>
        </message>
        <message>
            <source>Makes one polygon of each patch of a class raster, with class, area on the ellipsoid, perimeter and, where a confidence raster is given, mean confidence. Edges lie on pixel edges. Simplified edges are the same for both neighbours, so that no gaps or overlaps open.</source>
            <translation>Faz um polígono de cada mancha de um raster de classes, com classe, área no elipsoide, perímetro e, se for dado um raster de confiança, confiança média. As arestas seguem as dos píxeis. As arestas simplificadas são iguais para ambos os vizinhos: sem falhas nem sobreposições.</translation>
        </message>
        <message>
            <source>Makes polygons of a class raster, simplified without gaps between neighbours.</source>
            <translation>Faz polígonos de um raster de classes, simplificados sem falhas entre vizinhos.</translation>
        </message>
        <message>
            <source>Making the environment</source>
            <translation>A criar o ambiente</translation>
        </message>
        <message>
            <source>Mean IoU, 0 to 1</source>
            <translation>IoU média, 0 a 1</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Juntar</translation>
        </message>
        <message>
            <source>Merge Into</source>
            <translation>Juntar a</translation>
        </message>
        <message>
            <source>Mind: {concern}.</source>
            <translation>Atenção: {concern}.</translation>
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
            <translation>Modelo que pondera cenas inteiras</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mais</translation>
        </message>
        <message>
            <source>More Models…</source>
            <translation>Mais modelos…</translation>
        </message>
        <message>
            <source>More for {name}</source>
            <translation>Mais sobre {name}</translation>
        </message>
        <message>
            <source>Mosaic</source>
            <translation>Mosaico</translation>
        </message>
        <message>
            <source>Mosaic of the class rasters</source>
            <translation>Mosaico dos rasters de classes</translation>
        </message>
        <message>
            <source>Move Down</source>
            <translation>Mover para baixo</translation>
        </message>
        <message>
            <source>Move Up</source>
            <translation>Mover para cima</translation>
        </message>
        <message>
            <source>Move, merge or remove this class</source>
            <translation>Mover, juntar ou remover esta classe</translation>
        </message>
        <message>
            <source>NVIDIA Graphics Card</source>
            <translation>Placa gráfica NVIDIA</translation>
        </message>
        <message>
            <source>Name of the model</source>
            <translation>Nome do modelo</translation>
        </message>
        <message>
            <source>Names with ; between them; empty: all classes.</source>
            <translation>Nomes separados por ; vazio: todas as classes.</translation>
        </message>
        <message>
            <source>New class</source>
            <translation>Nova classe</translation>
        </message>
        <message>
            <source>No polygon has one of the classes in this field: {names}.</source>
            <translation>Nenhum polígono tem neste campo uma das classes: {names}.</translation>
        </message>
        <message>
            <source>No polygon of “{name}” is selected.</source>
            <translation>Nenhum polígono de «{name}» está selecionado.</translation>
        </message>
        <message>
            <source>No synonyms</source>
            <translation>Sem sinónimos</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Nenhum</translation>
        </message>
        <message>
            <source>Not set up yet.</source>
            <translation>Ainda não instalado.</translation>
        </message>
        <message>
            <source>Nothing is changed: on polygons that were left out of learning, no balance was better.</source>
            <translation>Nada é alterado: nos polígonos excluídos da aprendizagem, nenhum equilíbrio foi melhor.</translation>
        </message>
        <message>
            <source>Nothing.</source>
            <translation>Nada.</translation>
        </message>
        <message>
            <source>Number of tiles</source>
            <translation>Número de mosaicos</translation>
        </message>
        <message>
            <source>Of each class, {after} in place of {before} are found on average, on polygons that were left out of learning. It holds for this raster alone; Apply shows it.</source>
            <translation>De cada classe é encontrado em média {after} em vez de {before}, nos polígonos excluídos da aprendizagem. Só vale para este raster; «Aplicar» mostra-o.</translation>
        </message>
        <message>
            <source>Of more than eight classes a tile is searched only for those that are among so many likeliest ones somewhere in it; 0: for all, which takes longer.</source>
            <translation>Com mais de oito classes, num mosaico só se procuram as que nalgum lugar dele estão entre tantas mais prováveis; 0: todas, o que demora mais.</translation>
        </message>
        <message>
            <source>One band per class: what the classes were decided from, and can be decided anew from.</source>
            <translation>Uma banda por classe: aquilo de que as classes foram decididas e podem voltar a sê-lo.</translation>
        </message>
        <message>
            <source>One band, or three for red, green and blue, as 4,3,2; for a multispectral model one for each band that it reads, 0 for none. Empty: as the raster says itself.</source>
            <translation>Uma banda, ou três para vermelho, verde e azul, por exemplo 4,3,2; para um modelo multiespectral, uma para cada banda que ele lê, 0 se faltar. Vazio: conforme o próprio raster.</translation>
        </message>
        <message>
            <source>One class per line, or with ; between them: “name: prompt, prompt #rrggbb”. The prompts are what the model reads instead of the name, in English at best; they and the colour may be left out. Example: building: roof, house #d7191c; road; tree; water: river, lake</source>
            <translation>Uma classe por linha, ou separadas por ; «nome: palavra, palavra #rrggbb». As palavras são o que o modelo lê em vez do nome, de preferência em inglês; elas e a cor podem faltar. Exemplo: edifício: roof, house #d7191c; estrada: road; árvore: tree; água: river, lake</translation>
        </message>
        <message>
            <source>One class, or several with commas between. Synonyms and a colour may follow: water: river, lake #3a7fc4</source>
            <translation>Uma classe, ou várias separadas por vírgulas. Podem seguir-se sinónimos e uma cor: água: river, lake #3a7fc4</translation>
        </message>
        <message>
            <source>One feature per class</source>
            <translation>Um elemento por classe</translation>
        </message>
        <message>
            <source>One polygon per patch with class, area and mean confidence: NAME_classes.gpkg.</source>
            <translation>Um polígono por mancha com classe, área e confiança média: NAME_classes.gpkg.</translation>
        </message>
        <message>
            <source>Only inside of polygons</source>
            <translation>Só dentro de polígonos</translation>
        </message>
        <message>
            <source>Only these classes</source>
            <translation>Só estas classes</translation>
        </message>
        <message>
            <source>Open one…</source>
            <translation>Abrir um…</translation>
        </message>
        <message>
            <source>OpenEarthMap</source>
            <translation>OpenEarthMap</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Opções</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>Opções…</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Saída</translation>
        </message>
        <message>
            <source>Output folder</source>
            <translation>Pasta de saída</translation>
        </message>
        <message>
            <source>Output: {parts} ({place})</source>
            <translation>Saída: {parts} ({place})</translation>
        </message>
        <message>
            <source>Overall accuracy, 0 to 1</source>
            <translation>Exatidão global, 0 a 1</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>Sobreposição</translation>
        </message>
        <message>
            <source>Paste List</source>
            <translation>Colar lista</translation>
        </message>
        <message>
            <source>Paste, import, export, or take classes from a layer</source>
            <translation>Colar, importar, exportar ou obter classes de uma camada</translation>
        </message>
        <message>
            <source>Patches as polygons with class and area</source>
            <translation>Manchas como polígonos com classe e área</translation>
        </message>
        <message>
            <source>Patches of a model that was not trained for maps</source>
            <translation>Fragmentos de um modelo não treinado para mapas</translation>
        </message>
        <message>
            <source>Pixels of {resolution} are coarser than the model knows ({coarsest}): expect rough results.</source>
            <translation>Píxeis de {resolution} são mais grosseiros do que o modelo conhece ({coarsest}): espere resultados aproximados.</translation>
        </message>
        <message>
            <source>Pixels outside of these polygons stay unlabelled.</source>
            <translation>Os píxeis fora destes polígonos ficam sem classe.</translation>
        </message>
        <message>
            <source>Pixels whose confidence is lower stay unlabelled, from 0 (none) to 1.</source>
            <translation>Os píxeis com menor confiança ficam sem classe, de 0 (nenhum) a 1.</translation>
        </message>
        <message>
            <source>Polygon layer</source>
            <translation>Camada de polígonos</translation>
        </message>
        <message>
            <source>Polygons</source>
            <translation>Polígonos</translation>
        </message>
        <message>
            <source>Polygons on the image, in any coordinate system.</source>
            <translation>Polígonos sobre a imagem, em qualquer sistema de coordenadas.</translation>
        </message>
        <message>
            <source>Polygons too</source>
            <translation>Também polígonos</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Predefinição</translation>
        </message>
        <message>
            <source>Preview Here</source>
            <translation>Pré-visualizar aqui</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Processador</translation>
        </message>
        <message>
            <source>Processor only</source>
            <translation>Só processador</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progresso</translation>
        </message>
        <message>
            <source>Progress of the run</source>
            <translation>Progresso da execução</translation>
        </message>
        <message>
            <source>Progress of the set-up</source>
            <translation>Progresso da instalação</translation>
        </message>
        <message>
            <source>Prompts of a class</source>
            <translation>Palavras de uma classe</translation>
        </message>
        <message>
            <source>PyTorch no longer comes for Macs with an Intel processor: use a Python of your own.</source>
            <translation>O PyTorch já não existe para Mac com processador Intel: use um Python seu.</translation>
        </message>
        <message>
            <source>Python program</source>
            <translation>Programa Python</translation>
        </message>
        <message>
            <source>Python, where this computer has none from 3.10 to 3.14</source>
            <translation>Python, se este computador não tiver um de 3.10 a 3.14</translation>
        </message>
        <message>
            <source>QGIS removes temporary folders when it closes: choose a folder to keep the model in.</source>
            <translation>O QGIS apaga as pastas temporárias ao fechar: escolha uma pasta onde guardar o modelo.</translation>
        </message>
        <message>
            <source>Quality report of a class raster</source>
            <translation>Relatório de qualidade de um raster de classes</translation>
        </message>
        <message>
            <source>Raster</source>
            <translation>Raster</translation>
        </message>
        <message>
            <source>Rasters that failed</source>
            <translation>Rasters que falharam</translation>
        </message>
        <message>
            <source>Rasters that were finished before</source>
            <translation>Rasters já terminados</translation>
        </message>
        <message>
            <source>Rasters that were segmented</source>
            <translation>Rasters segmentados</translation>
        </message>
        <message>
            <source>Reach of edges, pixels</source>
            <translation>Alcance das fronteiras, píxeis</translation>
        </message>
        <message>
            <source>Read the files, and compare them with what came first</source>
            <translation>Ler os ficheiros e compará-los com o que chegou primeiro</translation>
        </message>
        <message>
            <source>Reading the class names…</source>
            <translation>A ler os nomes das classes…</translation>
        </message>
        <message>
            <source>Reads</source>
            <translation>Lê</translation>
        </message>
        <message>
            <source>Reads {count} bands of Sentinel-2</source>
            <translation>Lê {count} bandas do Sentinel-2</translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation>Receita</translation>
        </message>
        <message>
            <source>Red band</source>
            <translation>Banda vermelha</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Referência</translation>
        </message>
        <message>
            <source>Reflectance offset</source>
            <translation>Deslocamento de refletância</translation>
        </message>
        <message>
            <source>Reload SoftSeg</source>
            <translation>Recarregar o SoftSeg</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remover</translation>
        </message>
        <message>
            <source>Remove All</source>
            <translation>Remover tudo</translation>
        </message>
        <message>
            <source>Remove Model</source>
            <translation>Remover modelo</translation>
        </message>
        <message>
            <source>Replace the list by one for a kind of work</source>
            <translation>Substituir a lista por uma para um tipo de trabalho</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Relatório</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>Relatório…</translation>
        </message>
        <message>
            <source>Revision of the model</source>
            <translation>Revisão do modelo</translation>
        </message>
        <message>
            <source>Run Again</source>
            <translation>Executar de novo</translation>
        </message>
        <message>
            <source>Sealed surfaces</source>
            <translation>Superfícies impermeáveis</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>Segmentar</translation>
        </message>
        <message>
            <source>Segment Folder…</source>
            <translation>Segmentar pasta…</translation>
        </message>
        <message>
            <source>Segment about 1000 × 1000 pixels in the middle of the map, into a temporary layer</source>
            <translation>Segmentar cerca de 1000 × 1000 píxeis no meio do mapa, numa camada temporária</translation>
        </message>
        <message>
            <source>Segment folder of rasters</source>
            <translation>Segmentar uma pasta de rasters</translation>
        </message>
        <message>
            <source>Segment into classes (SoftSeg)</source>
            <translation>Segmentar em classes (SoftSeg)</translation>
        </message>
        <message>
            <source>Segment into {classes}</source>
            <translation>Segmentar em {classes}</translation>
        </message>
        <message>
            <source>Segment raster by class names</source>
            <translation>Segmentar raster por nomes de classes</translation>
        </message>
        <message>
            <source>Segment the area into the classes (Ctrl+Enter)</source>
            <translation>Segmentar a área nas classes (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Segment with SoftSeg…</source>
            <translation>Segmentar com o SoftSeg…</translation>
        </message>
        <message>
            <source>Segment with this model from now on</source>
            <translation>Segmentar com este modelo a partir de agora</translation>
        </message>
        <message>
            <source>Segmentation</source>
            <translation>Segmentação</translation>
        </message>
        <message>
            <source>Segmenting…</source>
            <translation>A segmentar…</translation>
        </message>
        <message>
            <source>Selected polygons only</source>
            <translation>Só polígonos selecionados</translation>
        </message>
        <message>
            <source>Set Up Engine</source>
            <translation>Instalar o motor</translation>
        </message>
        <message>
            <source>Set Up…</source>
            <translation>Instalar…</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Proporção</translation>
        </message>
        <message>
            <source>Show or hide: {title}</source>
            <translation>Mostrar ou ocultar: {title}</translation>
        </message>
        <message>
            <source>Show these classes wherever they win</source>
            <translation>Mostrar estas classes onde quer que ganhem</translation>
        </message>
        <message>
            <source>Side of the squares that are computed at once; smaller ones need less memory</source>
            <translation>Lado dos quadrados calculados de uma vez; os menores precisam de menos memória</translation>
        </message>
        <message>
            <source>Side of the tiles that the model sees at once, in pixels of its working resolution; 0: chosen for it.</source>
            <translation>Lado dos mosaicos que o modelo vê de uma vez, em píxeis da sua resolução de trabalho; 0: escolhido para ele.</translation>
        </message>
        <message>
            <source>Simplify, m</source>
            <translation>Simplificar, m</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamanho</translation>
        </message>
        <message>
            <source>Smaller patches are given to the classes around them.</source>
            <translation>As manchas menores são dadas às classes em volta.</translation>
        </message>
        <message>
            <source>Smaller patches go to the classes around them</source>
            <translation>As manchas menores passam para as classes em volta</translation>
        </message>
        <message>
            <source>Smaller polygons are left out, which leaves holes: a run's own smallest patch leaves none.</source>
            <translation>Os polígonos menores são omitidos, o que deixa buracos: a mancha mínima de uma execução não os deixa.</translation>
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
            <translation>Motor do SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Help</source>
            <translation>Ajuda do SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Models</source>
            <translation>Modelos do SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Panel</source>
            <translation>Painel do SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg has no engine yet: open the SoftSeg panel and set it up.</source>
            <translation>O SoftSeg ainda não tem motor: abra o painel do SoftSeg e instale-o.</translation>
        </message>
        <message>
            <source>SoftSeg has no engine yet: set it up first.</source>
            <translation>O SoftSeg ainda não tem motor: instale-o primeiro.</translation>
        </message>
        <message>
            <source>SoftSeg needs an engine of its own: Python with PyTorch and rasterio. QGIS itself is not changed.</source>
            <translation>O SoftSeg precisa de um motor próprio: Python com PyTorch e rasterio. O QGIS em si não é alterado.</translation>
        </message>
        <message>
            <source>SoftSeg preview</source>
            <translation>Pré-visualização do SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg was replaced by another version while QGIS was running: load it again.</source>
            <translation>O SoftSeg foi substituído por outra versão com o QGIS aberto: carregue-o de novo.</translation>
        </message>
        <message>
            <source>SoftSeg – {layer}</source>
            <translation>SoftSeg – {layer}</translation>
        </message>
        <message>
            <source>SoftSeg: class maps from typed names</source>
            <translation>SoftSeg: mapas de classes a partir de nomes escritos</translation>
        </message>
        <message>
            <source>SoftSeg: copying the map</source>
            <translation>SoftSeg: a copiar o mapa</translation>
        </message>
        <message>
            <source>SoftSeg: engine and device report</source>
            <translation>SoftSeg: relatório do motor e do dispositivo</translation>
        </message>
        <message>
            <source>Something went wrong inside SoftSeg ({kind}); please report it.</source>
            <translation>Algo correu mal dentro do SoftSeg ({kind}); comunique-o, por favor.</translation>
        </message>
        <message>
            <source>Starting the engine…</source>
            <translation>A iniciar o motor…</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>A iniciar…</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Passos</translation>
        </message>
        <message>
            <source>Stop the run (Esc)</source>
            <translation>Parar a execução (Esc)</translation>
        </message>
        <message>
            <source>Stop the waiting engine after</source>
            <translation>Parar o motor em espera após</translation>
        </message>
        <message>
            <source>Stop what is under way? What has come of a download is kept.</source>
            <translation>Parar o que está em curso? O que já foi transferido é guardado.</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>A parar…</translation>
        </message>
        <message>
            <source>Stretch</source>
            <translation>Realce</translation>
        </message>
        <message>
            <source>Sub-folders too</source>
            <translation>Também subpastas</translation>
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
            <translation>Tabela</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Tabela (*.csv)</translation>
        </message>
        <message>
            <source>Take from Layer Legend</source>
            <translation>Obter da legenda de uma camada</translation>
        </message>
        <message>
            <source>Take the reference for a sample that was drawn at random within each class of the map.</source>
            <translation>Tomar a referência como uma amostra tirada ao acaso dentro de cada classe do mapa.</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>That folder holds a training that was stopped: switch on “Go on with a training that was stopped”, or choose another folder.</source>
            <translation>Essa pasta contém um treino que foi parado: ative “Continuar um treino que foi parado” ou escolha outra pasta.</translation>
        </message>
        <message>
            <source>That folder holds no model: {file} is missing.</source>
            <translation>Essa pasta não contém nenhum modelo: falta {file}.</translation>
        </message>
        <message>
            <source>The Fastest That Works</source>
            <translation>O mais rápido que funcione</translation>
        </message>
        <message>
            <source>The area cannot be brought to the coordinate system of “{name}”.</source>
            <translation>A área não pode ser levada para o sistema de coordenadas de «{name}».</translation>
        </message>
        <message>
            <source>The area cannot be written to {path}.</source>
            <translation>A área não pode ser escrita em {path}.</translation>
        </message>
        <message>
            <source>The area does not touch “{name}”: move the map there, or choose another area.</source>
            <translation>A área não toca em «{name}»: mova o mapa para lá ou escolha outra área.</translation>
        </message>
        <message>
            <source>The band with the classes, for rasters of several bands.</source>
            <translation>A banda com as classes, para rasters de várias bandas.</translation>
        </message>
        <message>
            <source>The class layer is no longer in the project.</source>
            <translation>A camada de classes já não está no projeto.</translation>
        </message>
        <message>
            <source>The class polygons are written as GeoPackage: choose a file that ends in .gpkg.</source>
            <translation>Os polígonos de classes são escritos como GeoPackage: escolha um ficheiro que termine em .gpkg.</translation>
        </message>
        <message>
            <source>The command is on the clipboard.</source>
            <translation>O comando está na área de transferência.</translation>
        </message>
        <message>
            <source>The confidence raster of the same run, for the mean confidence of each polygon.</source>
            <translation>O raster de confiança da mesma execução, para a confiança média de cada polígono.</translation>
        </message>
        <message>
            <source>The cost raster that a run has kept.</source>
            <translation>O raster de custos que uma execução guardou.</translation>
        </message>
        <message>
            <source>The disk has too little room for costs, so this cannot be decided again.</source>
            <translation>O disco tem pouco espaço para os custos, por isso isto não pode ser decidido de novo.</translation>
        </message>
        <message>
            <source>The disk has {free} free, but {needed} are needed: free some space or choose another folder.</source>
            <translation>O disco tem {free} livres, mas são precisos {needed}: liberte espaço ou escolha outra pasta.</translation>
        </message>
        <message>
            <source>The disk is full: free some space or choose another folder.</source>
            <translation>O disco está cheio: liberte espaço ou escolha outra pasta.</translation>
        </message>
        <message>
            <source>The engine cannot be started: set it up again.</source>
            <translation>O motor não pode ser iniciado: instale-o de novo.</translation>
        </message>
        <message>
            <source>The engine crashed (signal {number}): try again.</source>
            <translation>O motor falhou (sinal {number}): tente de novo.</translation>
        </message>
        <message>
            <source>The engine does not start ({reason}): set it up again.</source>
            <translation>O motor não arranca ({reason}): instale-o de novo.</translation>
        </message>
        <message>
            <source>The engine ended unexpectedly (exit code {code}): try again.</source>
            <translation>O motor terminou de forma inesperada (código {code}): tente de novo.</translation>
        </message>
        <message>
            <source>The engine has not answered for too long, so it was ended: try again.</source>
            <translation>O motor não respondeu durante demasiado tempo e foi terminado: tente de novo.</translation>
        </message>
        <message>
            <source>The engine is still being set up. Stop that, and keep what was in use before?</source>
            <translation>O motor ainda está sendo configurado. Interromper e manter o que estava em uso antes?</translation>
        </message>
        <message>
            <source>The engine was stopped; nothing was written.</source>
            <translation>O motor foi parado; nada foi escrito.</translation>
        </message>
        <message>
            <source>The field of the polygons that holds the class; not needed where there is only one.</source>
            <translation>O campo dos polígonos que contém a classe; desnecessário se houver só um.</translation>
        </message>
        <message>
            <source>The field that names the class inside each polygon; English words help, since the model reads them.</source>
            <translation>O campo que indica a classe de cada polígono; palavras em inglês ajudam, pois o modelo lê-as.</translation>
        </message>
        <message>
            <source>The figures of each class.</source>
            <translation>Os números de cada classe.</translation>
        </message>
        <message>
            <source>The figures {path} cannot be written.</source>
            <translation>Os números {path} não podem ser escritos.</translation>
        </message>
        <message>
            <source>The files of the run cannot be written ({reason}): choose another output or free some space.</source>
            <translation>Não é possível gravar os arquivos da execução ({reason}): escolha outra saída ou libere espaço.</translation>
        </message>
        <message>
            <source>The folder cannot be written ({reason}).</source>
            <translation>Não é possível escrever na pasta ({reason}).</translation>
        </message>
        <message>
            <source>The folder cannot be written: choose another one, or allow it in the virus scanner.</source>
            <translation>Não é possível escrever na pasta: escolha outra ou permita-a no antivírus.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written: choose another one.</source>
            <translation>Não é possível escrever na pasta {folder}: escolha outra.</translation>
        </message>
        <message>
            <source>The folder {folder} holds no packages (*.whl).</source>
            <translation>A pasta {folder} não contém pacotes (*.whl).</translation>
        </message>
        <message>
            <source>The graphics card stopped working during the run: try again, or use the processor.</source>
            <translation>A placa gráfica deixou de funcionar durante a execução: tente de novo ou use o processador.</translation>
        </message>
        <message>
            <source>The image.</source>
            <translation>A imagem.</translation>
        </message>
        <message>
            <source>The image; web maps are copied first.</source>
            <translation>A imagem; os mapas web são copiados antes.</translation>
        </message>
        <message>
            <source>The layer “{name}” cannot be read: its file may have moved.</source>
            <translation>A camada «{name}» não pode ser lida: o ficheiro pode ter sido movido.</translation>
        </message>
        <message>
            <source>The layer “{name}” has to be copied to a file first.</source>
            <translation>A camada «{name}» tem de ser copiada antes para um ficheiro.</translation>
        </message>
        <message>
            <source>The layer “{name}” is no longer in the project.</source>
            <translation>A camada «{name}» já não está no projeto.</translation>
        </message>
        <message>
            <source>The lexicon of land cover has none to add for this class</source>
            <translation>O léxico da cobertura do solo não tem mais nenhum para esta classe</translation>
        </message>
        <message>
            <source>The map shows a place that the raster's coordinate system does not know.</source>
            <translation>O mapa mostra um lugar que o sistema de coordenadas do raster não conhece.</translation>
        </message>
        <message>
            <source>The map to judge, of any program.</source>
            <translation>O mapa a avaliar, de qualquer programa.</translation>
        </message>
        <message>
            <source>The map would be copied at {size:,.0f} megapixels, and at most {limit:,.0f} are: zoom in, or choose a coarser resolution.</source>
            <translation>O mapa seria copiado com {size:,.0f} megapíxeis e são permitidos {limit:,.0f} no máximo: amplie o mapa ou escolha uma resolução mais grosseira.</translation>
        </message>
        <message>
            <source>The middle of the map shows nothing of “{name}”: move the map there.</source>
            <translation>O meio do mapa não mostra nada de «{name}»: mova o mapa para lá.</translation>
        </message>
        <message>
            <source>The model looks at this raster at {finest} per pixel.</source>
            <translation>O modelo olha para este raster a {finest} por píxel.</translation>
        </message>
        <message>
            <source>The model, as other algorithms take it</source>
            <translation>O modelo, tal como outros algoritmos o aceitam</translation>
        </message>
        <message>
            <source>The output folder gets the same sub-folders.</source>
            <translation>A pasta de saída recebe as mesmas subpastas.</translation>
        </message>
        <message>
            <source>The package index</source>
            <translation>O índice de pacotes</translation>
        </message>
        <message>
            <source>The package {name} is not there for this computer.</source>
            <translation>O pacote {name} não existe para este computador.</translation>
        </message>
        <message>
            <source>The packages could not be installed ({reason}).</source>
            <translation>Não foi possível instalar os pacotes ({reason}).</translation>
        </message>
        <message>
            <source>The part of the raster to segment; empty: all of it.</source>
            <translation>A parte do raster a segmentar; vazio: tudo.</translation>
        </message>
        <message>
            <source>The polygons are no longer in the project.</source>
            <translation>Os polígonos já não estão no projeto.</translation>
        </message>
        <message>
            <source>The polygons cannot be written to {path}.</source>
            <translation>Os polígonos não podem ser escritos em {path}.</translation>
        </message>
        <message>
            <source>The polygons have no field “{field}”.</source>
            <translation>Os polígonos não têm nenhum campo «{field}».</translation>
        </message>
        <message>
            <source>The polygons of other classes inside such holes stay, and are overlapped.</source>
            <translation>Os polígonos de outras classes dentro desses buracos ficam e são sobrepostos.</translation>
        </message>
        <message>
            <source>The polygons of “{name}” cannot be copied.</source>
            <translation>Não é possível copiar os polígonos de «{name}».</translation>
        </message>
        <message>
            <source>The polygons still show the earlier decision: To Polygons… makes them anew.</source>
            <translation>Os polígonos ainda mostram a decisão anterior: «Para polígonos…» refá-los.</translation>
        </message>
        <message>
            <source>The raster of the panel</source>
            <translation>O raster do painel</translation>
        </message>
        <message>
            <source>The raster to segment; it follows the active layer</source>
            <translation>O raster a segmentar; segue a camada ativa</translation>
        </message>
        <message>
            <source>The raster {value} cannot be read.</source>
            <translation>O raster {value} não pode ser lido.</translation>
        </message>
        <message>
            <source>The reference cannot be read: choose a class raster or a layer of polygons.</source>
            <translation>A referência não pode ser lida: escolha um raster de classes ou uma camada de polígonos.</translation>
        </message>
        <message>
            <source>The report is on the clipboard.</source>
            <translation>O relatório está na área de transferência.</translation>
        </message>
        <message>
            <source>The report {path} cannot be written.</source>
            <translation>O relatório {path} não pode ser escrito.</translation>
        </message>
        <message>
            <source>The result {path} cannot be opened.</source>
            <translation>O resultado {path} não pode ser aberto.</translation>
        </message>
        <message>
            <source>The run was cancelled, but its files were written already: they are in {folder}.</source>
            <translation>A execução foi cancelada, mas os arquivos já estavam escritos: eles estão em {folder}.</translation>
        </message>
        <message>
            <source>The run was cancelled; nothing was written.</source>
            <translation>A execução foi cancelada; nada foi escrito.</translation>
        </message>
        <message>
            <source>The same raster, area and options with the classes as they are now</source>
            <translation>O mesmo raster, área e opções com as classes atuais</translation>
        </message>
        <message>
            <source>The system ended the engine, probably because memory ran out: use smaller tiles or fewer classes.</source>
            <translation>O sistema terminou o motor, provavelmente por falta de memória: use mosaicos menores ou menos classes.</translation>
        </message>
        <message>
            <source>There are no polygons in this layer: choose another one.</source>
            <translation>Nesta camada não há polígonos: escolha outra.</translation>
        </message>
        <message>
            <source>There is no Python from 3.10 to 3.14 here, and none can be downloaded: install one first.</source>
            <translation>Aqui não há Python de 3.10 a 3.14 e nenhum pode ser transferido: instale um primeiro.</translation>
        </message>
        <message>
            <source>There is no folder {folder}: choose another for the output.</source>
            <translation>A pasta {folder} não existe: escolha outra para a saída.</translation>
        </message>
        <message>
            <source>There is no polygon layer in the project: add one, or draw the area.</source>
            <translation>Não há camada de polígonos no projeto: adicione uma ou desenhe a área.</translation>
        </message>
        <message>
            <source>There is no raster in the project.</source>
            <translation>Não há nenhum raster no projeto.</translation>
        </message>
        <message>
            <source>There is no uv: put {name} into the folder of packages.</source>
            <translation>Falta o uv: coloque {name} na pasta de pacotes.</translation>
        </message>
        <message>
            <source>This SoftSeg needs a newer engine than the one that is installed. QGIS itself is not changed.</source>
            <translation>Este SoftSeg precisa de um motor mais recente do que o instalado. O QGIS em si não é alterado.</translation>
        </message>
        <message>
            <source>This model is no longer there.</source>
            <translation>Este modelo já não existe.</translation>
        </message>
        <message>
            <source>This web map is copied first, at {resolution} per pixel and {limit} megapixels at most. Check that its provider allows that.</source>
            <translation>Este mapa web é copiado antes, a {resolution} por píxel e no máximo {limit} megapíxeis. Verifique se o fornecedor o permite.</translation>
        </message>
        <message>
            <source>Tile</source>
            <translation>Mosaico</translation>
        </message>
        <message>
            <source>Tile size, px</source>
            <translation>Tamanho do mosaico, px</translation>
        </message>
        <message>
            <source>Tiles at once</source>
            <translation>Mosaicos ao mesmo tempo</translation>
        </message>
        <message>
            <source>To Polygons…</source>
            <translation>Para polígonos…</translation>
        </message>
        <message>
            <source>Train model on polygons</source>
            <translation>Treinar modelo com polígonos</translation>
        </message>
        <message>
            <source>Trains a model of your own on a raster and polygons with a class field.</source>
            <translation>Treina um modelo seu com um raster e polígonos com um campo de classe.</translation>
        </message>
        <message>
            <source>Trains a model on an image and polygons whose field names the class inside them. What lies outside of the polygons is not learned from, so draw some of every class, over all of the image.

The model is a folder. It appears in the panel's list of models, and other algorithms take it as “Folder of another model”. It knows what it was shown: on other sensors, seasons and places it may fail.

Training takes minutes on a graphics card and hours on a processor. When it is stopped, its state is kept in the folder, and “Go on” continues from there.</source>
            <translation>Treina um modelo com uma imagem e polígonos com um campo que indica a classe que contêm. Do que fica fora dos polígonos nada se aprende, por isso desenhe alguns de cada classe, por toda a imagem.

O modelo é uma pasta. Aparece na lista de modelos do painel, e outros algoritmos aceitam-no como «Pasta de outro modelo». Conhece o que lhe foi mostrado: com outros sensores, estações do ano e lugares pode falhar.

O treino demora minutos numa placa gráfica e horas num processador. Se for parado, o seu estado fica guardado na pasta, e «Continuar um treino que foi parado» continua a partir daí.</translation>
        </message>
        <message>
            <source>Tries SoftSeg's engine with a small computation, and reports versions, packages and devices. READY is “yes” where runs can be started. It needs no engine itself, and says what is wrong where there is none.</source>
            <translation>Experimenta o motor do SoftSeg com um pequeno cálculo e indica versões, pacotes e dispositivos. READY é «yes» onde é possível iniciar execuções. Não precisa de motor e diz o que está mal se não houver.</translation>
        </message>
        <message>
            <source>Tries the engine and says what it is made of.</source>
            <translation>Experimenta o motor e diz de que é feito.</translation>
        </message>
        <message>
            <source>Try Again</source>
            <translation>Tentar de novo</translation>
        </message>
        <message>
            <source>Try and Use</source>
            <translation>Experimentar e usar</translation>
        </message>
        <message>
            <source>Trying the engine; the first start takes a while</source>
            <translation>A experimentar o motor; o primeiro arranque demora um pouco</translation>
        </message>
        <message>
            <source>Type at least one class to look for.</source>
            <translation>Escreva pelo menos uma classe a procurar.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Anular</translation>
        </message>
        <message>
            <source>Unlabelled below</source>
            <translation>Sem classe abaixo de</translation>
        </message>
        <message>
            <source>Unlabelled below, class by class: {classes}</source>
            <translation>Sem classe abaixo de, classe por classe: {classes}</translation>
        </message>
        <message>
            <source>Unpacking packages</source>
            <translation>A descompactar pacotes</translation>
        </message>
        <message>
            <source>Unpacking…</source>
            <translation>A descompactar…</translation>
        </message>
        <message>
            <source>Unsure below</source>
            <translation>Incerto abaixo de</translation>
        </message>
        <message>
            <source>Unsure below, class by class</source>
            <translation>Incerto abaixo de, classe por classe</translation>
        </message>
        <message>
            <source>Up to {download} download · {disk} on disk, {free} free</source>
            <translation>Até {download} a transferir · {disk} em disco, {free} livres</translation>
        </message>
        <message>
            <source>Urban</source>
            <translation>Cidade</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Usar</translation>
        </message>
        <message>
            <source>Use Smaller Tiles</source>
            <translation>Usar mosaicos menores</translation>
        </message>
        <message>
            <source>Use my own Python…</source>
            <translation>Usar o meu próprio Python…</translation>
        </message>
        <message>
            <source>Use the Classes of This Run</source>
            <translation>Usar as classes desta execução</translation>
        </message>
        <message>
            <source>Use the Processor</source>
            <translation>Usar o processador</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>Verificar</translation>
        </message>
        <message>
            <source>Version of the engine</source>
            <translation>Versão do motor</translation>
        </message>
        <message>
            <source>Visible map</source>
            <translation>Mapa visível</translation>
        </message>
        <message>
            <source>Waiting for another SoftSeg…</source>
            <translation>A aguardar outro SoftSeg…</translation>
        </message>
        <message>
            <source>Water and coast</source>
            <translation>Água e costa</translation>
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
            <translation>Com que começa uma execução</translation>
        </message>
        <message>
            <source>What an earlier batch with the same settings has finished stays as it is.</source>
            <translation>O que um lote anterior com as mesmas definições terminou fica como está.</translation>
        </message>
        <message>
            <source>What computes</source>
            <translation>O que calcula</translation>
        </message>
        <message>
            <source>What computes: auto takes the fastest there is; cuda is an NVIDIA and mps an Apple graphics card.</source>
            <translation>O que calcula: auto usa o mais rápido que houver; cuda é uma placa gráfica NVIDIA e mps uma da Apple.</translation>
        </message>
        <message>
            <source>What else there is to see</source>
            <translation>O que mais se vê</translation>
        </message>
        <message>
            <source>What else there is to see, with commas between, as: car, field, bare soil. What looks more like it than like a class stays unlabelled. Empty: every pixel gets a class.</source>
            <translation>O que mais se vê, separado por vírgulas, como: car, field, bare soil. O que se parece mais com isso do que com uma classe fica sem classe. Vazio: cada píxel recebe uma classe.</translation>
        </message>
        <message>
            <source>What else there is to see, with commas between; it stays unlabelled</source>
            <translation>O que mais se vê, separado por vírgulas; fica sem classe</translation>
        </message>
        <message>
            <source>What finds the classes: a model that ships with SoftSeg, or one that was downloaded.</source>
            <translation>O que encontra as classes: um modelo incluído no SoftSeg ou um que foi transferido.</translation>
        </message>
        <message>
            <source>What is added to classes before deciding, one per line or with ; between them: “building=+0.5; road=-1”. Larger values make a class win more often; 1 is about a factor of e in its odds.</source>
            <translation>O que se soma às classes antes de decidir, uma por linha ou separadas por ; «edifício=+0.5; estrada=-1». Valores maiores fazem uma classe ganhar mais vezes; 1 é cerca de um fator e nas suas probabilidades.</translation>
        </message>
        <message>
            <source>What is added to the raster's numbers: -1000 for Sentinel-2 from 2022 on that does not say so</source>
            <translation>O que é somado aos números do raster: -1000 para Sentinel-2 a partir de 2022 se o raster não o indicar</translation>
        </message>
        <message>
            <source>What is downloaded, and from where</source>
            <translation>O que é transferido, e de onde</translation>
        </message>
        <message>
            <source>What is known: a class raster on any grid, or polygons in any coordinate system.</source>
            <translation>O que se sabe: um raster de classes em qualquer grelha ou polígonos em qualquer sistema de coordenadas.</translation>
        </message>
        <message>
            <source>What looks more like one of these words than like any class stays unlabelled, not forced into a class</source>
            <translation>O que se parece mais com uma destas palavras do que com qualquer classe fica sem classe, sem ser forçado a nenhuma</translation>
        </message>
        <message>
            <source>What should be found? Type classes below, paste a list, or take a preset.</source>
            <translation>O que se deve encontrar? Escreva classes em baixo, cole uma lista ou use uma predefinição.</translation>
        </message>
        <message>
            <source>What some classes need more than that, one per line or with ; between them: “building=0.6; road=0.4”.</source>
            <translation>O que algumas classes precisam além disso, uma por linha ou separadas por ;: “building=0.6; road=0.4”.</translation>
        </message>
        <message>
            <source>What the classes were decided from, and can be decided anew from: NAME_costs.tif.</source>
            <translation>Aquilo de que as classes foram decididas e podem voltar a sê-lo: NAME_costs.tif.</translation>
        </message>
        <message>
            <source>What the map shows of the raster</source>
            <translation>O que o mapa mostra do raster</translation>
        </message>
        <message>
            <source>What the model reads for this class, with commas between; without any it reads the name</source>
            <translation>O que o modelo lê para esta classe, separado por vírgulas; sem nada, lê o nome</translation>
        </message>
        <message>
            <source>Where engines and caches lie; a few gigabytes. Empty: the system's place for such data</source>
            <translation>Onde ficam motores e caches; alguns gigabytes. Vazio: o lugar que o sistema reserva para isso</translation>
        </message>
        <message>
            <source>Where the model is less sure than this, 0 to 1, no class is shown</source>
            <translation>Onde o modelo está menos seguro, 0 a 1, não se mostra classe</translation>
        </message>
        <message>
            <source>Where the rasters are.</source>
            <translation>Onde estão os rasters.</translation>
        </message>
        <message>
            <source>Whether the engine works: yes or no</source>
            <translation>Se o motor funciona: yes ou no</translation>
        </message>
        <message>
            <source>Which class is which of the reference's, one per line: “lawn=grass”. Equal names need no line.</source>
            <translation>Que classe corresponde a qual da referência, uma por linha: «relvado=erva». Nomes iguais não precisam de linha.</translation>
        </message>
        <message>
            <source>Which files, by patterns with ; between them, in any case.</source>
            <translation>Que ficheiros, por padrões separados por ; em maiúsculas ou minúsculas.</translation>
        </message>
        <message>
            <source>Whole layer</source>
            <translation>Toda a camada</translation>
        </message>
        <message>
            <source>Windows lacks the Microsoft Visual C++ Redistributable, which PyTorch needs: install it first.</source>
            <translation>Falta ao Windows o Microsoft Visual C++ Redistributable de que o PyTorch precisa: instale-o primeiro.</translation>
        </message>
        <message>
            <source>With the same raster, polygons, recipe and folder.</source>
            <translation>Com o mesmo raster, polígonos, receita e pasta.</translation>
        </message>
        <message>
            <source>Work at</source>
            <translation>Trabalhar a</translation>
        </message>
        <message>
            <source>Work at, m per pixel</source>
            <translation>Trabalhar a, m por píxel</translation>
        </message>
        <message>
            <source>Writing the report…</source>
            <translation>A escrever o relatório…</translation>
        </message>
        <message>
            <source>about {time}</source>
            <translation>cerca de {time}</translation>
        </message>
        <message>
            <source>accuracy,assessment,confusion,matrix,iou,kappa,validation,reference,ground truth,compare</source>
            <translation>exatidão,avaliação,confusão,matriz,iou,kappa,validação,referência,verdade do terreno,comparar</translation>
        </message>
        <message>
            <source>agriculture land</source>
            <translation>terra agrícola</translation>
        </message>
        <message>
            <source>algae</source>
            <translation>algas</translation>
        </message>
        <message>
            <source>any size</source>
            <translation>qualquer tamanho</translation>
        </message>
        <message>
            <source>artificial turf</source>
            <translation>relva artificial</translation>
        </message>
        <message>
            <source>bare ground</source>
            <translation>solo exposto</translation>
        </message>
        <message>
            <source>bare soil</source>
            <translation>terra nua</translation>
        </message>
        <message>
            <source>bareland</source>
            <translation>terreno descoberto</translation>
        </message>
        <message>
            <source>beach</source>
            <translation>praia</translation>
        </message>
        <message>
            <source>biogas plant</source>
            <translation>central de biogás</translation>
        </message>
        <message>
            <source>broadleaved trees</source>
            <translation>folhosas</translation>
        </message>
        <message>
            <source>building</source>
            <translation>edifício</translation>
        </message>
        <message>
            <source>burnt area</source>
            <translation>área ardida</translation>
        </message>
        <message>
            <source>car</source>
            <translation>carro</translation>
        </message>
        <message>
            <source>class_id, class_name, area_m2, perimeter_m and mean_confidence of each polygon.</source>
            <translation>class_id, class_name, area_m2, perimeter_m e mean_confidence de cada polígono.</translation>
        </message>
        <message>
            <source>classes</source>
            <translation>classes</translation>
        </message>
        <message>
            <source>clearing</source>
            <translation>clareira</translation>
        </message>
        <message>
            <source>confidence</source>
            <translation>confiança</translation>
        </message>
        <message>
            <source>conifers</source>
            <translation>coníferas</translation>
        </message>
        <message>
            <source>construction site</source>
            <translation>estaleiro</translation>
        </message>
        <message>
            <source>cropland</source>
            <translation>terra cultivada</translation>
        </message>
        <message>
            <source>dam</source>
            <translation>barragem</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>danificado</translation>
        </message>
        <message>
            <source>damaged building</source>
            <translation>edifício danificado</translation>
        </message>
        <message>
            <source>dead trees</source>
            <translation>árvores mortas</translation>
        </message>
        <message>
            <source>decided anew from {source}</source>
            <translation>decidido de novo a partir de {source}</translation>
        </message>
        <message>
            <source>developed space</source>
            <translation>espaço construído</translation>
        </message>
        <message>
            <source>diagnostics,version,gpu,cuda,device,support,probe</source>
            <translation>diagnóstico,versão,gpu,cuda,dispositivo,suporte,teste</translation>
        </message>
        <message>
            <source>dune</source>
            <translation>duna</translation>
        </message>
        <message>
            <source>exit code {code}</source>
            <translation>código de saída {code}</translation>
        </message>
        <message>
            <source>fallen tree</source>
            <translation>árvore caída</translation>
        </message>
        <message>
            <source>farm building</source>
            <translation>edifício agrícola</translation>
        </message>
        <message>
            <source>felled area</source>
            <translation>área de corte</translation>
        </message>
        <message>
            <source>flooded area</source>
            <translation>área inundada</translation>
        </message>
        <message>
            <source>forest track</source>
            <translation>caminho florestal</translation>
        </message>
        <message>
            <source>grass</source>
            <translation>erva</translation>
        </message>
        <message>
            <source>grassland</source>
            <translation>pastagem</translation>
        </message>
        <message>
            <source>green roof</source>
            <translation>cobertura verde</translation>
        </message>
        <message>
            <source>greenhouse</source>
            <translation>estufa</translation>
        </message>
        <message>
            <source>growing crop</source>
            <translation>cultura em crescimento</translation>
        </message>
        <message>
            <source>harbour</source>
            <translation>porto</translation>
        </message>
        <message>
            <source>hay bale</source>
            <translation>fardo de feno</translation>
        </message>
        <message>
            <source>hedge and trees</source>
            <translation>sebe e árvores</translation>
        </message>
        <message>
            <source>intact building</source>
            <translation>edifício intacto</translation>
        </message>
        <message>
            <source>irrigated field</source>
            <translation>campo irrigado</translation>
        </message>
        <message>
            <source>landslide</source>
            <translation>deslizamento de terras</translation>
        </message>
        <message>
            <source>licence {licence}</source>
            <translation>licença {licence}</translation>
        </message>
        <message>
            <source>log pile</source>
            <translation>pilha de troncos</translation>
        </message>
        <message>
            <source>loose ground</source>
            <translation>solo solto</translation>
        </message>
        <message>
            <source>low vegetation</source>
            <translation>vegetação baixa</translation>
        </message>
        <message>
            <source>maize field</source>
            <translation>campo de milho</translation>
        </message>
        <message>
            <source>mangrove</source>
            <translation>mangal</translation>
        </message>
        <message>
            <source>mean averages them; in max the best one speaks.</source>
            <translation>mean faz a média; com max conta a melhor.</translation>
        </message>
        <message>
            <source>mudflat</source>
            <translation>lodaçal</translation>
        </message>
        <message>
            <source>native is SoftSeg's own; the others are as published figures were made, with their own tiles.</source>
            <translation>native é a do próprio SoftSeg; as outras são como foram obtidos os números publicados, com os seus próprios mosaicos.</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nunca</translation>
        </message>
        <message>
            <source>no CRS</source>
            <translation>sem SRC</translation>
        </message>
        <message>
            <source>none stated</source>
            <translation>nenhuma indicada</translation>
        </message>
        <message>
            <source>not commercial</source>
            <translation>não comercial</translation>
        </message>
        <message>
            <source>not downloaded</source>
            <translation>não transferido</translation>
        </message>
        <message>
            <source>open water</source>
            <translation>água aberta</translation>
        </message>
        <message>
            <source>orchard</source>
            <translation>pomar</translation>
        </message>
        <message>
            <source>own CRS</source>
            <translation>SRC próprio</translation>
        </message>
        <message>
            <source>parking lot</source>
            <translation>parque de estacionamento</translation>
        </message>
        <message>
            <source>passable road</source>
            <translation>estrada transitável</translation>
        </message>
        <message>
            <source>pavement</source>
            <translation>passeio</translation>
        </message>
        <message>
            <source>pipeline</source>
            <translation>conduta</translation>
        </message>
        <message>
            <source>plantation</source>
            <translation>plantação</translation>
        </message>
        <message>
            <source>ploughed field</source>
            <translation>campo lavrado</translation>
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
            <translation>linha elétrica</translation>
        </message>
        <message>
            <source>power station</source>
            <translation>central elétrica</translation>
        </message>
        <message>
            <source>railway</source>
            <translation>ferrovia</translation>
        </message>
        <message>
            <source>rangeland</source>
            <translation>pastagem natural</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>pronto</translation>
        </message>
        <message>
            <source>ripe grain</source>
            <translation>cereal maduro</translation>
        </message>
        <message>
            <source>road</source>
            <translation>estrada</translation>
        </message>
        <message>
            <source>rock</source>
            <translation>rocha</translation>
        </message>
        <message>
            <source>roof</source>
            <translation>telhado</translation>
        </message>
        <message>
            <source>rubble</source>
            <translation>escombros</translation>
        </message>
        <message>
            <source>sealed ground</source>
            <translation>solo impermeável</translation>
        </message>
        <message>
            <source>segmentation,classification,costs,balance,threshold,confidence,sieve</source>
            <translation>segmentação,classificação,custos,equilíbrio,limiar,confiança,crivo</translation>
        </message>
        <message>
            <source>segmentation,classification,land cover,batch,folder,many,mosaic,deep learning</source>
            <translation>segmentação,classificação,cobertura do solo,lote,pasta,muitos,mosaico,aprendizagem profunda</translation>
        </message>
        <message>
            <source>segmentation,classification,land cover,landuse,deep learning,ai,text,prompt,semantic</source>
            <translation>segmentação,classificação,cobertura do solo,uso do solo,aprendizagem profunda,ia,texto,instrução,semântico</translation>
        </message>
        <message>
            <source>segmented {source} into {classes}</source>
            <translation>{source} segmentado em {classes}</translation>
        </message>
        <message>
            <source>shadow</source>
            <translation>sombra</translation>
        </message>
        <message>
            <source>ship</source>
            <translation>navio</translation>
        </message>
        <message>
            <source>shrub</source>
            <translation>arbusto</translation>
        </message>
        <message>
            <source>size not known</source>
            <translation>tamanho desconhecido</translation>
        </message>
        <message>
            <source>skip goes on with the next one and reports it; stop ends the batch.</source>
            <translation>skip continua com o seguinte e comunica-o; stop termina o lote.</translation>
        </message>
        <message>
            <source>solar panel</source>
            <translation>painel solar</translation>
        </message>
        <message>
            <source>sports field</source>
            <translation>campo desportivo</translation>
        </message>
        <message>
            <source>storage tank</source>
            <translation>tanque de armazenamento</translation>
        </message>
        <message>
            <source>substation</source>
            <translation>subestação</translation>
        </message>
        <message>
            <source>surf</source>
            <translation>rebentação</translation>
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
            <translation>temporário</translation>
        </message>
        <message>
            <source>temporary files</source>
            <translation>ficheiros temporários</translation>
        </message>
        <message>
            <source>tent</source>
            <translation>tenda</translation>
        </message>
        <message>
            <source>the Python package index</source>
            <translation>o índice de pacotes do Python</translation>
        </message>
        <message>
            <source>the raster's resolution</source>
            <translation>resolução do raster</translation>
        </message>
        <message>
            <source>track</source>
            <translation>caminho</translation>
        </message>
        <message>
            <source>training,fine-tune,learn,samples,supervised,deep learning,segmentation</source>
            <translation>treino,ajuste fino,aprender,amostras,supervisionado,aprendizagem profunda,segmentação</translation>
        </message>
        <message>
            <source>tree</source>
            <translation>árvore</translation>
        </message>
        <message>
            <source>try: {words}</source>
            <translation>experimente: {words}</translation>
        </message>
        <message>
            <source>type a class and press Enter…</source>
            <translation>escreva uma classe e prima Enter…</translation>
        </message>
        <message>
            <source>unclear</source>
            <translation>pouco claro</translation>
        </message>
        <message>
            <source>unfinished</source>
            <translation>incompleto</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>desconhecido</translation>
        </message>
        <message>
            <source>unverified</source>
            <translation>não verificada</translation>
        </message>
        <message>
            <source>uv and all packages</source>
            <translation>uv e todos os pacotes</translation>
        </message>
        <message>
            <source>uv, the installer, where this computer has none</source>
            <translation>uv, o instalador, se este computador não o tiver</translation>
        </message>
        <message>
            <source>vectorise,vectorize,polygonise,polygonize,simplify,coverage,segmentation,geopackage</source>
            <translation>vetorizar,poligonizar,simplificar,cobertura,segmentação,geopackage</translation>
        </message>
        <message>
            <source>vegetation</source>
            <translation>vegetação</translation>
        </message>
        <message>
            <source>vineyard</source>
            <translation>vinha</translation>
        </message>
        <message>
            <source>vrt joins the class rasters in the virtual raster mosaic.vrt.</source>
            <translation>vrt junta os rasters de classes no raster virtual mosaic.vrt.</translation>
        </message>
        <message>
            <source>water</source>
            <translation>água</translation>
        </message>
        <message>
            <source>wetland</source>
            <translation>zona húmida</translation>
        </message>
        <message>
            <source>what else there is to see…</source>
            <translation>o que mais se vê…</translation>
        </message>
        <message>
            <source>wind turbine</source>
            <translation>aerogerador</translation>
        </message>
        <message>
            <source>{count} languages</source>
            <translation>{count} línguas</translation>
        </message>
        <message>
            <source>{disk} on disk, {free} free</source>
            <translation>{disk} em disco, {free} livres</translation>
        </message>
        <message>
            <source>{done} of {total} tiles</source>
            <translation>{done} de {total} mosaicos</translation>
        </message>
        <message>
            <source>{host} cannot be reached: check the network and QGIS's proxy, or install from a folder.</source>
            <translation>Não é possível aceder a {host}: verifique a rede e o proxy do QGIS, ou instale a partir de uma pasta.</translation>
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
            <translation>{model} segmenta tal como é, sem uma rede treinada sobre ele: conte com manchas em vez de contornos.</translation>
        </message>
        <message>
            <source>{name} (preset)</source>
            <translation>{name} (predefinição)</translation>
        </message>
        <message>
            <source>{name} is left out</source>
            <translation>{name} fica de fora</translation>
        </message>
        <message>
            <source>{name} is used</source>
            <translation>{name} é usado</translation>
        </message>
        <message>
            <source>{path} is no Python: choose a program such as python3.</source>
            <translation>{path} não é um Python: escolha um programa como python3.</translation>
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
            <translation>{share} sem classe ou sem dados</translation>
        </message>
        <message>
            <source>{size} megapixels</source>
            <translation>{size} megapíxeis</translation>
        </message>
        <message>
            <source>{tiles} tiles at {resolution}; up to {disk} MB for the class raster. The time is learned from past runs.</source>
            <translation>{tiles} mosaicos a {resolution}; até {disk} MB para o raster de classes. O tempo é aprendido com execuções anteriores.</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>faltam {time}</translation>
        </message>
        <message>
            <source>{title} is damaged: download it again.</source>
            <translation>{title} está danificado: transfira-o de novo.</translation>
        </message>
        <message>
            <source>{title} is ready.</source>
            <translation>{title} está pronto.</translation>
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
            <translation>“{entry}” não tem a forma nome=0.5.</translation>
        </message>
        <message>
            <source>“{name}” has no resolution of its own: choose the one to work at, in m.</source>
            <translation>«{name}» não tem resolução própria: escolha a de trabalho, em m.</translation>
        </message>
        <message>
            <source>“{name}” is in the list already.</source>
            <translation>«{name}» já está na lista.</translation>
        </message>
        <message>
            <source>“{name}” is no file that the engine can open: save it as a GeoTIFF first.</source>
            <translation>«{name}» não é um ficheiro que o motor consiga abrir: guarde-o antes como GeoTIFF.</translation>
        </message>
        <message>
            <source>“{name}” shows nothing here at this resolution: check the connection, or choose another area.</source>
            <translation>«{name}» não mostra nada aqui com esta resolução: verifique a ligação ou escolha outra área.</translation>
        </message>
    </context>
</TS>
