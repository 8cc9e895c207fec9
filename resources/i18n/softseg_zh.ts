<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
    <context>
        <name>SoftSeg</name>
        <message>
            <source> m per pixel</source>
            <translation> 米/像素</translation>
        </message>
        <message>
            <source> min</source>
            <translation> 分钟</translation>
        </message>
        <message>
            <source> m²</source>
            <translation> 平方米</translation>
        </message>
        <message>
            <source> px</source>
            <translation> 像素</translation>
        </message>
        <message>
            <source> with the model {model}</source>
            <translation> 使用模型 {model}</translation>
        </message>
        <message>
            <source>1 band</source>
            <translation>1 个波段</translation>
        </message>
        <message>
            <source>2–98 %</source>
            <translation>2–98 %</translation>
        </message>
        <message>
            <source>3 bands</source>
            <translation>3 个波段</translation>
        </message>
        <message>
            <source>A TOML file with everything that decides a training; empty: what suits a single raster.</source>
            <translation>包含训练全部设置的 TOML 文件；留空：适合单个栅格的设置。</translation>
        </message>
        <message>
            <source>A class raster; 0 gives no polygons.</source>
            <translation>类别栅格；0 不生成多边形。</translation>
        </message>
        <message>
            <source>A downloaded model whose view of whole scenes makes classes more or less likely; untested. Empty: none.</source>
            <translation>一个下载的模型，以其对整个场景的判断使类别更可能或更不可能；未经测试。留空：不使用。</translation>
        </message>
        <message>
            <source>A file with the classes (JSON, CSV or class text), as the panel exports it; replaces the typed ones.</source>
            <translation>面板导出的类别文件（JSON、CSV 或类别文本）；将替换输入的类别。</translation>
        </message>
        <message>
            <source>A model of your own, as “softseg train” writes it, instead of the one above.</source>
            <translation>由“softseg train”生成的您自己的模型，代替上面的模型。</translation>
        </message>
        <message>
            <source>A program, or the folder of an environment, with the packages of SoftSeg's engine.lock</source>
            <translation>带有 SoftSeg engine.lock 中软件包的程序或环境文件夹</translation>
        </message>
        <message>
            <source>A trained model learns further from what it knows, which takes the fewest polygons; efficientnet_lite0 and downloaded models are encoders on which a network is trained from nothing.</source>
            <translation>已训练的模型会在已有知识的基础上继续学习，所需的多边形最少；efficientnet_lite0 和下载的模型是编码器，网络将在其上从零开始训练。</translation>
        </message>
        <message>
            <source>A waiting engine answers at once, but holds memory, on the graphics card too</source>
            <translation>待命的引擎能立即响应，但会占用内存和显存</translation>
        </message>
        <message>
            <source>A web page about all rasters: what was done, what failed and why, and what each class covers.</source>
            <translation>关于所有栅格的网页：完成了什么、失败了什么及原因，以及每个类别的覆盖面积。</translation>
        </message>
        <message>
            <source>A web page to read or to send to whoever helps.</source>
            <translation>可供阅读或发送给协助者的网页。</translation>
        </message>
        <message>
            <source>A web page with figures and pictures, which needs nothing beside it.</source>
            <translation>包含数据和图片的网页，无需其他文件。</translation>
        </message>
        <message>
            <source>A web page with map, areas and what made them</source>
            <translation>包含地图、面积及其生成方式的网页</translation>
        </message>
        <message>
            <source>Add Synonyms</source>
            <translation>添加同义词</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>高级</translation>
        </message>
        <message>
            <source>After a raster that fails</source>
            <translation>某个栅格失败后</translation>
        </message>
        <message>
            <source>Agriculture</source>
            <translation>农业</translation>
        </message>
        <message>
            <source>All figures (JSON)</source>
            <translation>所有数据 (JSON)</translation>
        </message>
        <message>
            <source>All figures, for programs.</source>
            <translation>所有数据，供程序使用。</translation>
        </message>
        <message>
            <source>All of the raster</source>
            <translation>整个栅格</translation>
        </message>
        <message>
            <source>All other packages</source>
            <translation>其他所有软件包</translation>
        </message>
        <message>
            <source>All packages (PyTorch, rasterio and others)</source>
            <translation>所有软件包（PyTorch、rasterio 等）</translation>
        </message>
        <message>
            <source>All packages are there already</source>
            <translation>所有软件包都已具备</translation>
        </message>
        <message>
            <source>Always made: the class of each pixel, on the grid of the raster</source>
            <translation>始终生成：每个像元的类别，与栅格网格一致</translation>
        </message>
        <message>
            <source>An empty or a new folder, not a temporary one; an older model in it is replaced.</source>
            <translation>空文件夹或新文件夹，不能是临时文件夹；其中的旧模型会被替换。</translation>
        </message>
        <message>
            <source>Another QGIS is setting up the engine: wait until it is done.</source>
            <translation>另一个 QGIS 正在安装引擎：请等待其完成。</translation>
        </message>
        <message>
            <source>Apple Graphics</source>
            <translation>Apple 图形处理器</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>应用</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>面积（m²）</translation>
        </message>
        <message>
            <source>Areas and figures of the run (JSON)</source>
            <translation>运行的面积和数据 (JSON)</translation>
        </message>
        <message>
            <source>Areas of the classes (JSON)</source>
            <translation>各类别面积 (JSON)</translation>
        </message>
        <message>
            <source>As it is listed in the panel; empty: that of its folder.</source>
            <translation>在面板中显示的名称；留空：使用其文件夹的名称。</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Automatic: Apple GPU</source>
            <translation>自动：Apple GPU</translation>
        </message>
        <message>
            <source>Automatic: NVIDIA graphics card</source>
            <translation>自动：NVIDIA 显卡</translation>
        </message>
        <message>
            <source>Back to the panel</source>
            <translation>返回面板</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>平衡</translation>
        </message>
        <message>
            <source>Balance of {name}</source>
            <translation>{name} 的平衡</translation>
        </message>
        <message>
            <source>Band</source>
            <translation>波段</translation>
        </message>
        <message>
            <source>Bands</source>
            <translation>波段</translation>
        </message>
        <message>
            <source>Begin with</source>
            <translation>起始编码器</translation>
        </message>
        <message>
            <source>Blue band</source>
            <translation>蓝波段</translation>
        </message>
        <message>
            <source>Bring Back the Last List</source>
            <translation>恢复上一个列表</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cancelled; nothing was changed.</source>
            <translation>已取消；未做任何更改。</translation>
        </message>
        <message>
            <source>Cancelling</source>
            <translation>正在取消</translation>
        </message>
        <message>
            <source>Candidates in each place</source>
            <translation>每处的候选类别数</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>Choose Model</source>
            <translation>选择模型</translation>
        </message>
        <message>
            <source>Choose Output</source>
            <translation>选择输出</translation>
        </message>
        <message>
            <source>Choose a raster first.</source>
            <translation>请先选择栅格。</translation>
        </message>
        <message>
            <source>Choose all three bands, or leave all of them to the raster.</source>
            <translation>请选择全部三个波段，或全部由栅格决定。</translation>
        </message>
        <message>
            <source>Choose the colour</source>
            <translation>选择颜色</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Class field</source>
            <translation>类别字段</translation>
        </message>
        <message>
            <source>Class lists</source>
            <translation>类别列表</translation>
        </message>
        <message>
            <source>Class name</source>
            <translation>类别名称</translation>
        </message>
        <message>
            <source>Class polygons</source>
            <translation>类别多边形</translation>
        </message>
        <message>
            <source>Class raster</source>
            <translation>类别栅格</translation>
        </message>
        <message>
            <source>Class raster to polygons</source>
            <translation>类别栅格转多边形</translation>
        </message>
        <message>
            <source>Class set</source>
            <translation>类别集</translation>
        </message>
        <message>
            <source>Class sets (*.json *.csv *.txt)</source>
            <translation>类别集 (*.json *.csv *.txt)</translation>
        </message>
        <message>
            <source>Class table (JSON)</source>
            <translation>类别表 (JSON)</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Classes of the reference whose ground is not judged, like “clutter; 255”.</source>
            <translation>参考数据中不参与评价的类别，如“其他; 255”。</translation>
        </message>
        <message>
            <source>Classes that become part of others, one per line or with ; between them: “street=road; path=road”. The merged class is where any of them is.</source>
            <translation>并入其他类别的类别，每行一个或用 ; 分隔：“街道=道路; 小路=道路”。其中任一类别所在之处即为合并后的类别。</translation>
        </message>
        <message>
            <source>Classes that it was trained on</source>
            <translation>训练所用的类别</translation>
        </message>
        <message>
            <source>Classes, one per line</source>
            <translation>类别，每行一个</translation>
        </message>
        <message>
            <source>Clearing up</source>
            <translation>正在清理</translation>
        </message>
        <message>
            <source>Coarser is faster and sees more surroundings; the output always has the raster's own grid</source>
            <translation>更粗则更快且能看到更多周边；输出始终采用栅格自身的网格</translation>
        </message>
        <message>
            <source>Cohen's kappa</source>
            <translation>Cohen's kappa 系数</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Colour of {name}</source>
            <translation>{name} 的颜色</translation>
        </message>
        <message>
            <source>Colour of {name}: {colour}</source>
            <translation>{name} 的颜色：{colour}</translation>
        </message>
        <message>
            <source>Compares a class raster, made by any program, with a reference, and shows where it is wrong.</source>
            <translation>将任何程序生成的类别栅格与参考数据比较，并显示错误所在。</translation>
        </message>
        <message>
            <source>Compares a class raster, made by any program, with what is known of the ground: another class raster or polygons with a class field. The report shows the errors on a map, the confusion matrix, and for each class precision, recall, F1, IoU and boundary IoU.

Classes of equal names are compared; “Classes” says which is which where names differ. Where the reference knows nothing, nothing is judged.</source>
            <translation>将任何程序生成的类别栅格与已知的地面情况比较：另一个类别栅格，或带类别字段的多边形。报告在地图上显示错误，给出混淆矩阵，以及每个类别的精确率、召回率、F1、IoU 和边界 IoU。

名称相同的类别互相比较；名称不同时，由“类别”说明对应关系。参考数据没有信息的地方不作评价。</translation>
        </message>
        <message>
            <source>Compute on</source>
            <translation>计算设备</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>置信度</translation>
        </message>
        <message>
            <source>Confidence rasters too</source>
            <translation>同时输出置信度栅格</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Copy Areas</source>
            <translation>复制面积</translation>
        </message>
        <message>
            <source>Copy Report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Copy as Processing Command</source>
            <translation>复制为处理命令</translation>
        </message>
        <message>
            <source>Copying the map</source>
            <translation>正在复制地图</translation>
        </message>
        <message>
            <source>Copying the map was cancelled.</source>
            <translation>已取消复制地图。</translation>
        </message>
        <message>
            <source>Copying the map…</source>
            <translation>正在复制地图…</translation>
        </message>
        <message>
            <source>Copying “{name}” was cancelled.</source>
            <translation>已取消复制“{name}”。</translation>
        </message>
        <message>
            <source>Copying…</source>
            <translation>正在复制…</translation>
        </message>
        <message>
            <source>Cost rasters too</source>
            <translation>同时输出代价栅格</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>代价</translation>
        </message>
        <message>
            <source>Damage</source>
            <translation>灾害损毁</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>数据文件夹</translation>
        </message>
        <message>
            <source>Decide classes anew from costs</source>
            <translation>根据代价重新判定类别</translation>
        </message>
        <message>
            <source>Deciding…</source>
            <translation>正在判定…</translation>
        </message>
        <message>
            <source>Delete the files of {title}? They can be fetched again.</source>
            <translation>删除 {title} 的文件？之后可以重新获取。</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Download Model</source>
            <translation>下载模型</translation>
        </message>
        <message>
            <source>Download models, or take them from a folder</source>
            <translation>下载模型，或从文件夹获取</translation>
        </message>
        <message>
            <source>Downloading {name} ({size} MB)</source>
            <translation>正在下载 {name}（{size} MB）</translation>
        </message>
        <message>
            <source>Downloading {name} ({size} MB) and {others} more</source>
            <translation>正在下载 {name}（{size} MB）及另外 {others} 个</translation>
        </message>
        <message>
            <source>Downloading…</source>
            <translation>正在下载…</translation>
        </message>
        <message>
            <source>Download…</source>
            <translation>下载…</translation>
        </message>
        <message>
            <source>Draw Another</source>
            <translation>重新绘制</translation>
        </message>
        <message>
            <source>Draw on Map</source>
            <translation>在地图上绘制</translation>
        </message>
        <message>
            <source>Draw on the map: drag a rectangle, or click corners and close with a right click.</source>
            <translation>在地图上绘制：拖出一个矩形，或依次点击各角点并右键闭合。</translation>
        </message>
        <message>
            <source>Draw polygons first: a few for each class, with a text field for its name.</source>
            <translation>请先绘制多边形：每个类别几个，并用文本字段记录类别名称。</translation>
        </message>
        <message>
            <source>Drawing polygons…</source>
            <translation>正在绘制多边形…</translation>
        </message>
        <message>
            <source>Drawn area</source>
            <translation>绘制的区域</translation>
        </message>
        <message>
            <source>Each raster gets NAME_classes.tif there.</source>
            <translation>每个栅格在此生成 NAME_classes.tif。</translation>
        </message>
        <message>
            <source>Energy</source>
            <translation>能源</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <source>Engine and device report</source>
            <translation>引擎和设备报告</translation>
        </message>
        <message>
            <source>Engine ready</source>
            <translation>引擎就绪</translation>
        </message>
        <message>
            <source>Engine ready: it computes on {device}; set up in {time}.</source>
            <translation>引擎就绪：在 {device} 上计算；安装用时 {time}。</translation>
        </message>
        <message>
            <source>Esc gives up</source>
            <translation>按 Esc 放弃</translation>
        </message>
        <message>
            <source>Estimate the whole map</source>
            <translation>估计整幅地图</translation>
        </message>
        <message>
            <source>Everything else</source>
            <translation>其他一切</translation>
        </message>
        <message>
            <source>Export Classes</source>
            <translation>导出类别</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Fill holes up to, m²</source>
            <translation>填充不大于此面积的孔洞（m²）</translation>
        </message>
        <message>
            <source>Finds the balance that fits polygons whose class you know</source>
            <translation>根据您已知类别的多边形找出合适的平衡</translation>
        </message>
        <message>
            <source>Finds the balance with which the classes fit polygons whose class you know. Draw two or more for each class, better five, all over the raster. What is learnt holds for this raster alone.</source>
            <translation>找出使各类别与您已知类别的多边形相符的平衡。每个类别绘制两个以上，最好五个，分布在整个栅格上。学到的结果只适用于此栅格。</translation>
        </message>
        <message>
            <source>Finds the classes that you type in an aerial or satellite image, and writes a class raster with the pixels of the input: 1 is the first class, 0 is no data or unlabelled. Colours and names are inside.

The raster is cut into overlapping tiles whose results are blended, so that there are no seams. All is computed on this machine. Web maps (XYZ, WMS) are copied first, at the resolution and in the extent that you choose.

Keep the costs to decide anew later, without the model: “Decide classes anew from costs”.</source>
            <translation>在航空或卫星影像中查找您输入的类别，并按输入的像元写出类别栅格：1 为第一个类别，0 为无数据或未分类。文件内含颜色和名称。

栅格被切成相互重叠的瓦片，结果平滑融合，没有接缝。所有计算都在本机完成。网络地图（XYZ、WMS）会先按您选择的分辨率和范围复制。

请保留代价，以便日后不用模型重新判定：“根据代价重新判定类别”。</translation>
        </message>
        <message>
            <source>Finds the classes that you type in an aerial or satellite image.</source>
            <translation>在航空或卫星影像中查找您输入的类别。</translation>
        </message>
        <message>
            <source>Finds the classes that you type in every raster of a folder, with one model that is loaded once. Each raster gets a class raster of its own name in the output folder.

A raster that cannot be segmented is skipped and reported, or stops the batch, as you choose. What an earlier batch with the same settings has finished is not computed again, so that a batch which was cancelled goes on where it was.</source>
            <translation>在文件夹的每个栅格中查找您输入的类别，模型只加载一次。每个栅格在输出文件夹中得到同名的类别栅格。

无法分割的栅格会被跳过并报告，或停止批处理，由您选择。之前以相同设置完成的部分不会重新计算，因此被取消的批处理可以从中断处继续。</translation>
        </message>
        <message>
            <source>Finds the classes that you type in every raster of a folder.</source>
            <translation>在文件夹的每个栅格中查找您输入的类别。</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Folder for the Results</source>
            <translation>结果文件夹</translation>
        </message>
        <message>
            <source>Folder for the results</source>
            <translation>结果文件夹</translation>
        </message>
        <message>
            <source>Folder of a Model</source>
            <translation>模型文件夹</translation>
        </message>
        <message>
            <source>Folder of another model</source>
            <translation>其他模型的文件夹</translation>
        </message>
        <message>
            <source>Folder of packages</source>
            <translation>软件包文件夹</translation>
        </message>
        <message>
            <source>Folder of the model</source>
            <translation>模型的文件夹</translation>
        </message>
        <message>
            <source>Folder with the Files of {title}</source>
            <translation>包含 {title} 文件的文件夹</translation>
        </message>
        <message>
            <source>For multispectral models: what is added to the raster's numbers, like -1000 for products of Sentinel-2 from 2022 on. Empty: what the raster declares.</source>
            <translation>用于多光谱模型：加到栅格数值上的量，例如 2022 年起的 Sentinel-2 产品为 -1000。留空：按栅格自身的声明。</translation>
        </message>
        <message>
            <source>Forest</source>
            <translation>森林</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>忘记</translation>
        </message>
        <message>
            <source>From Folder…</source>
            <translation>从文件夹…</translation>
        </message>
        <message>
            <source>GeoPackage with one polygon per patch: class, area, mean confidence.</source>
            <translation>GeoPackage，每个图斑一个多边形：类别、面积、平均置信度。</translation>
        </message>
        <message>
            <source>GeoTIFF with the pixels of the costs.</source>
            <translation>与代价栅格像元一致的 GeoTIFF。</translation>
        </message>
        <message>
            <source>GeoTIFF with the pixels of the input.</source>
            <translation>与输入像元一致的 GeoTIFF。</translation>
        </message>
        <message>
            <source>Getting packages</source>
            <translation>正在获取软件包</translation>
        </message>
        <message>
            <source>Give {name} less or more of the map; a double click takes it back</source>
            <translation>让 {name} 在地图上占得更少或更多；双击可还原</translation>
        </message>
        <message>
            <source>Go on with a training that was stopped</source>
            <translation>继续已停止的训练</translation>
        </message>
        <message>
            <source>Go on?</source>
            <translation>是否继续？</translation>
        </message>
        <message>
            <source>Good For</source>
            <translation>适用于</translation>
        </message>
        <message>
            <source>Green band</source>
            <translation>绿波段</translation>
        </message>
        <message>
            <source>Ground resolution that the model looks at, in metres per pixel. Empty: what suits the model; 0: the raster's own. The result has the raster's pixels in any case.</source>
            <translation>模型观察影像的地面分辨率（米/像素）。留空：适合模型的分辨率；0：栅格自身的分辨率。结果始终与栅格像元一致。</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>How far an edge may move; 0: edges stay on pixel edges. The size of a pixel takes the steps away.</source>
            <translation>边界可移动的距离；0：边界保持在像元边上。取一个像元大小可消除锯齿。</translation>
        </message>
        <message>
            <source>How far neighbouring tiles overlap, as a share of a tile's side; results are blended there.</source>
            <translation>相邻瓦片的重叠量，以瓦片边长的比例表示；结果在重叠处融合。</translation>
        </message>
        <message>
            <source>How far neighbouring tiles overlap; more is slower and smoother</source>
            <translation>相邻瓦片的重叠量；越大越慢，也越平滑</translation>
        </message>
        <message>
            <source>How long to train; 0: as the recipe says, or 300 for a trained model and 600 for an encoder.</source>
            <translation>训练多久；0：按照配方，否则已训练的模型为 300，编码器为 600。</translation>
        </message>
        <message>
            <source>How many tiles are computed at once; 0: chosen for the device.</source>
            <translation>同时计算的瓦片数；0：根据设备选择。</translation>
        </message>
        <message>
            <source>How near to an edge counts for the boundary IoU; 0 leaves it out.</source>
            <translation>距边界多近的像元计入边界 IoU；0 表示不计算。</translation>
        </message>
        <message>
            <source>How often corners are cut; small gaps open where three classes meet.</source>
            <translation>削角的次数；三个类别相接处会出现小缝隙。</translation>
        </message>
        <message>
            <source>How sure each pixel's class is, from 0 to 1.</source>
            <translation>每个像元类别的置信程度，0 到 1。</translation>
        </message>
        <message>
            <source>How sure each pixel's class is, from 0 to 1: NAME_confidence.tif.</source>
            <translation>每个像元类别的置信程度，0 到 1：NAME_confidence.tif。</translation>
        </message>
        <message>
            <source>How sure the model is of each pixel, 0 to 1</source>
            <translation>模型对每个像元的确信程度，0 到 1</translation>
        </message>
        <message>
            <source>How they reach the words; auto takes what suits the model. Trained models have one way only.</source>
            <translation>它们如何与词语对应；auto 采用适合模型的方式。训练过的模型只有一种方式。</translation>
        </message>
        <message>
            <source>How values become brightness, once for the whole raster: auto leaves 8-bit rasters as they are and stretches all others from the 2nd to the 98th percentile.</source>
            <translation>数值如何转换为亮度，整个栅格只定一次：auto 保持 8 位栅格不变，其他按第 2 至第 98 百分位拉伸。</translation>
        </message>
        <message>
            <source>How values that are not 8 bit become brightness; one stretch for the whole raster</source>
            <translation>非 8 位数值如何转换为亮度；整个栅格使用同一拉伸</translation>
        </message>
        <message>
            <source>Import Classes</source>
            <translation>导入类别</translation>
        </message>
        <message>
            <source>Import Model</source>
            <translation>导入模型</translation>
        </message>
        <message>
            <source>Import from Folder…</source>
            <translation>从文件夹导入…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>当前使用</translation>
        </message>
        <message>
            <source>Inference</source>
            <translation>推理</translation>
        </message>
        <message>
            <source>Inside an area that you draw on the map</source>
            <translation>在地图上绘制的区域内</translation>
        </message>
        <message>
            <source>Inside the polygons of a layer</source>
            <translation>图层的多边形内</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>安装</translation>
        </message>
        <message>
            <source>Install for me</source>
            <translation>为我安装</translation>
        </message>
        <message>
            <source>Install from a folder of packages (offline)…</source>
            <translation>从软件包文件夹安装（离线）…</translation>
        </message>
        <message>
            <source>Installing packages</source>
            <translation>正在安装软件包</translation>
        </message>
        <message>
            <source>Instead of one for each patch.</source>
            <translation>而不是每个图斑一个。</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
        <message>
            <source>Keep this raster</source>
            <translation>固定此栅格</translation>
        </message>
        <message>
            <source>Keep this raster, whichever layer is active</source>
            <translation>无论哪个图层处于活动状态，都固定此栅格</translation>
        </message>
        <message>
            <source>Keep what deciding again needs beside the other files, for later sessions</source>
            <translation>将重新判定所需的数据与其他文件一起保存，供以后使用</translation>
        </message>
        <message>
            <source>Land cover</source>
            <translation>土地覆盖</translation>
        </message>
        <message>
            <source>Last Result</source>
            <translation>上次结果</translation>
        </message>
        <message>
            <source>Last Result: {name}</source>
            <translation>上次结果：{name}</translation>
        </message>
        <message>
            <source>Learn from My Polygons</source>
            <translation>从我的多边形学习</translation>
        </message>
        <message>
            <source>Learn from My Polygons…</source>
            <translation>从我的多边形学习…</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>忽略</translation>
        </message>
        <message>
            <source>Leave out what is finished</source>
            <translation>跳过已完成的</translation>
        </message>
        <message>
            <source>Leave this class out of the next run</source>
            <translation>下次运行时不使用此类别</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Licence: {licence}</source>
            <translation>许可证：{licence}</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>正在加载模型…</translation>
        </message>
        <message>
            <source>Look for this class again</source>
            <translation>重新查找此类别</translation>
        </message>
        <message>
            <source>Looking at the models…</source>
            <translation>正在查看模型…</translation>
        </message>
        <message>
            <source>Looking at the raster…</source>
            <translation>正在查看栅格…</translation>
        </message>
        <message>
            <source>Looking for uv, the installer</source>
            <translation>正在查找安装程序 uv</translation>
        </message>
        <message>
            <source>Looking up packages</source>
            <translation>正在查询软件包</translation>
        </message>
        <message>
            <source>Made for {finest:g} to {coarsest:g} m per pixel</source>
            <translation>适用于每像素 {finest:g} 至 {coarsest:g} 米</translation>
        </message>
        <message>
            <source>Makes another class raster of the costs that a run has kept, in seconds.</source>
            <translation>用运行保留的代价在数秒内生成另一个类别栅格。</translation>
        </message>
        <message>
            <source>Makes another class raster of the costs that “Segment raster by class names” has kept: with another balance between the classes, with unsure pixels left out, without small patches, or with classes that become part of others. No model is needed, so it takes seconds.</source>
            <translation>用“按类别名称分割栅格”保留的代价生成另一个类别栅格：调整类别间的平衡、略去不确定的像元、去除小图斑，或将某些类别并入其他类别。不需要模型，只需数秒。</translation>
        </message>
        <message>
            <source>Makes one polygon of each patch of a class raster, with class, area on the ellipsoid, perimeter and, where a confidence raster is given, mean confidence. Edges lie on pixel edges. Simplified edges are the same for both neighbours, so that no gaps or overlaps open.</source>
            <translation>为类别栅格的每个图斑生成一个多边形，包含类别、椭球面积、周长，以及（给出置信度栅格时）平均置信度。边界沿像元边。简化后的边界由相邻多边形共用，不会产生缝隙或重叠。</translation>
        </message>
        <message>
            <source>Makes polygons of a class raster, simplified without gaps between neighbours.</source>
            <translation>将类别栅格转为多边形，简化后相邻多边形间没有缝隙。</translation>
        </message>
        <message>
            <source>Making the environment</source>
            <translation>正在创建环境</translation>
        </message>
        <message>
            <source>Mean IoU, 0 to 1</source>
            <translation>平均 IoU，0 到 1</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Merge Into</source>
            <translation>合并到</translation>
        </message>
        <message>
            <source>Mind: {concern}.</source>
            <translation>请注意：{concern}。</translation>
        </message>
        <message>
            <source>Minimum–Maximum</source>
            <translation>最小值–最大值</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Model that weighs whole scenes</source>
            <translation>对整个场景加权的模型</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>More Models…</source>
            <translation>更多模型…</translation>
        </message>
        <message>
            <source>More for {name}</source>
            <translation>{name} 的更多操作</translation>
        </message>
        <message>
            <source>Mosaic</source>
            <translation>镶嵌</translation>
        </message>
        <message>
            <source>Mosaic of the class rasters</source>
            <translation>类别栅格的镶嵌</translation>
        </message>
        <message>
            <source>Move Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Move Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Move, merge or remove this class</source>
            <translation>移动、合并或移除此类别</translation>
        </message>
        <message>
            <source>NVIDIA Graphics Card</source>
            <translation>NVIDIA 显卡</translation>
        </message>
        <message>
            <source>Name of the model</source>
            <translation>模型名称</translation>
        </message>
        <message>
            <source>Names with ; between them; empty: all classes.</source>
            <translation>名称，用 ; 分隔；留空：所有类别。</translation>
        </message>
        <message>
            <source>New class</source>
            <translation>新类别</translation>
        </message>
        <message>
            <source>No polygon has one of the classes in this field: {names}.</source>
            <translation>此字段中没有多边形属于以下类别：{names}。</translation>
        </message>
        <message>
            <source>No polygon of “{name}” is selected.</source>
            <translation>未选中“{name}”的任何多边形。</translation>
        </message>
        <message>
            <source>No synonyms</source>
            <translation>没有同义词</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Not set up yet.</source>
            <translation>尚未安装。</translation>
        </message>
        <message>
            <source>Nothing is changed: on polygons that were left out of learning, no balance was better.</source>
            <translation>未做更改：在未参与学习的多边形上，没有更好的平衡。</translation>
        </message>
        <message>
            <source>Nothing.</source>
            <translation>无。</translation>
        </message>
        <message>
            <source>Number of tiles</source>
            <translation>瓦片数</translation>
        </message>
        <message>
            <source>Of each class, {after} in place of {before} are found on average, on polygons that were left out of learning. It holds for this raster alone; Apply shows it.</source>
            <translation>在未参与学习的多边形上，每个类别平均找到 {after}，而之前为 {before}。仅适用于此栅格；点击“应用”可查看。</translation>
        </message>
        <message>
            <source>Of more than eight classes a tile is searched only for those that are among so many likeliest ones somewhere in it; 0: for all, which takes longer.</source>
            <translation>类别多于八个时，每个瓦片只查找在其某处位列这么多个最可能类别之中的那些；0：查找全部，耗时更长。</translation>
        </message>
        <message>
            <source>One band per class: what the classes were decided from, and can be decided anew from.</source>
            <translation>每个类别一个波段：类别判定的依据，也可据此重新判定。</translation>
        </message>
        <message>
            <source>One band, or three for red, green and blue, as 4,3,2; for a multispectral model one for each band that it reads, 0 for none. Empty: as the raster says itself.</source>
            <translation>一个波段，或红、绿、蓝三个波段，如 4,3,2；对多光谱模型，其读取的每个波段各给一个编号，没有的填 0。留空：按栅格自身的说明。</translation>
        </message>
        <message>
            <source>One class per line, or with ; between them: “name: prompt, prompt #rrggbb”. The prompts are what the model reads instead of the name, in English at best; they and the colour may be left out. Example: building: roof, house #d7191c; road; tree; water: river, lake</source>
            <translation>每行一个类别，或用 ; 分隔：“名称: 词语, 词语 #rrggbb”。词语是模型代替名称读取的内容，最好用英语；词语和颜色可省略。示例：建筑物: roof, house #d7191c; 道路: road; 树木: tree; 水体: river, lake</translation>
        </message>
        <message>
            <source>One class, or several with commas between. Synonyms and a colour may follow: water: river, lake #3a7fc4</source>
            <translation>一个类别，或用逗号分隔的多个类别。后面可以加同义词和颜色：水体: river, lake #3a7fc4</translation>
        </message>
        <message>
            <source>One feature per class</source>
            <translation>每个类别一个要素</translation>
        </message>
        <message>
            <source>One polygon per patch with class, area and mean confidence: NAME_classes.gpkg.</source>
            <translation>每个图斑一个多边形，含类别、面积和平均置信度：NAME_classes.gpkg。</translation>
        </message>
        <message>
            <source>Only inside of polygons</source>
            <translation>仅在多边形内</translation>
        </message>
        <message>
            <source>Only these classes</source>
            <translation>仅这些类别</translation>
        </message>
        <message>
            <source>Open one…</source>
            <translation>打开一个…</translation>
        </message>
        <message>
            <source>OpenEarthMap</source>
            <translation>OpenEarthMap</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>选项</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>选项…</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>输出</translation>
        </message>
        <message>
            <source>Output folder</source>
            <translation>输出文件夹</translation>
        </message>
        <message>
            <source>Output: {parts} ({place})</source>
            <translation>输出：{parts}（{place}）</translation>
        </message>
        <message>
            <source>Overall accuracy, 0 to 1</source>
            <translation>总体精度，0 到 1</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>重叠</translation>
        </message>
        <message>
            <source>Paste List</source>
            <translation>粘贴列表</translation>
        </message>
        <message>
            <source>Paste, import, export, or take classes from a layer</source>
            <translation>粘贴、导入、导出类别，或从图层获取类别</translation>
        </message>
        <message>
            <source>Patches as polygons with class and area</source>
            <translation>图斑转为带类别和面积的多边形</translation>
        </message>
        <message>
            <source>Patches of a model that was not trained for maps</source>
            <translation>未针对地图训练的模型的图像块</translation>
        </message>
        <message>
            <source>Pixels of {resolution} are coarser than the model knows ({coarsest}): expect rough results.</source>
            <translation>{resolution} 的像元比模型所知的（{coarsest}）更粗：结果会较粗略。</translation>
        </message>
        <message>
            <source>Pixels outside of these polygons stay unlabelled.</source>
            <translation>这些多边形之外的像元保持未分类。</translation>
        </message>
        <message>
            <source>Pixels whose confidence is lower stay unlabelled, from 0 (none) to 1.</source>
            <translation>置信度更低的像元保持未分类，从 0（无）到 1。</translation>
        </message>
        <message>
            <source>Polygon layer</source>
            <translation>多边形图层</translation>
        </message>
        <message>
            <source>Polygons</source>
            <translation>多边形</translation>
        </message>
        <message>
            <source>Polygons on the image, in any coordinate system.</source>
            <translation>影像上的多边形，坐标系不限。</translation>
        </message>
        <message>
            <source>Polygons too</source>
            <translation>同时输出多边形</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>Preview Here</source>
            <translation>在此预览</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>处理器</translation>
        </message>
        <message>
            <source>Processor only</source>
            <translation>仅处理器</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Progress of the run</source>
            <translation>运行进度</translation>
        </message>
        <message>
            <source>Progress of the set-up</source>
            <translation>安装进度</translation>
        </message>
        <message>
            <source>Prompts of a class</source>
            <translation>一个类别的词语</translation>
        </message>
        <message>
            <source>PyTorch no longer comes for Macs with an Intel processor: use a Python of your own.</source>
            <translation>PyTorch 不再支持 Intel 处理器的 Mac：请使用您自己的 Python。</translation>
        </message>
        <message>
            <source>Python program</source>
            <translation>Python 程序</translation>
        </message>
        <message>
            <source>Python, where this computer has none from 3.10 to 3.14</source>
            <translation>Python（如果本机没有 3.10 至 3.14 版本）</translation>
        </message>
        <message>
            <source>QGIS removes temporary folders when it closes: choose a folder to keep the model in.</source>
            <translation>QGIS 关闭时会删除临时文件夹：请选择一个用于保存模型的文件夹。</translation>
        </message>
        <message>
            <source>Quality report of a class raster</source>
            <translation>类别栅格的质量报告</translation>
        </message>
        <message>
            <source>Raster</source>
            <translation>栅格</translation>
        </message>
        <message>
            <source>Rasters that failed</source>
            <translation>失败的栅格</translation>
        </message>
        <message>
            <source>Rasters that were finished before</source>
            <translation>之前已完成的栅格</translation>
        </message>
        <message>
            <source>Rasters that were segmented</source>
            <translation>已分割的栅格</translation>
        </message>
        <message>
            <source>Reach of edges, pixels</source>
            <translation>边界缓冲宽度（像元）</translation>
        </message>
        <message>
            <source>Read the files, and compare them with what came first</source>
            <translation>读取文件，并与最初获得的内容比较</translation>
        </message>
        <message>
            <source>Reading the class names…</source>
            <translation>正在读取类别名称…</translation>
        </message>
        <message>
            <source>Reads</source>
            <translation>可读语言</translation>
        </message>
        <message>
            <source>Reads {count} bands of Sentinel-2</source>
            <translation>读取 Sentinel-2 的 {count} 个波段</translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation>配方</translation>
        </message>
        <message>
            <source>Red band</source>
            <translation>红波段</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考数据</translation>
        </message>
        <message>
            <source>Reflectance offset</source>
            <translation>反射率偏移</translation>
        </message>
        <message>
            <source>Reload SoftSeg</source>
            <translation>重新加载 SoftSeg</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove All</source>
            <translation>全部移除</translation>
        </message>
        <message>
            <source>Remove Model</source>
            <translation>移除模型</translation>
        </message>
        <message>
            <source>Replace the list by one for a kind of work</source>
            <translation>用适合某类工作的列表替换当前列表</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>报告…</translation>
        </message>
        <message>
            <source>Revision of the model</source>
            <translation>模型修订版本</translation>
        </message>
        <message>
            <source>Run Again</source>
            <translation>再次运行</translation>
        </message>
        <message>
            <source>Sealed surfaces</source>
            <translation>不透水面</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>分割</translation>
        </message>
        <message>
            <source>Segment Folder…</source>
            <translation>分割文件夹…</translation>
        </message>
        <message>
            <source>Segment about 1000 × 1000 pixels in the middle of the map, into a temporary layer</source>
            <translation>将地图中央约 1000 × 1000 像元分割到临时图层</translation>
        </message>
        <message>
            <source>Segment folder of rasters</source>
            <translation>分割栅格文件夹</translation>
        </message>
        <message>
            <source>Segment into classes (SoftSeg)</source>
            <translation>分割为类别 (SoftSeg)</translation>
        </message>
        <message>
            <source>Segment into {classes}</source>
            <translation>分割为 {classes}</translation>
        </message>
        <message>
            <source>Segment raster by class names</source>
            <translation>按类别名称分割栅格</translation>
        </message>
        <message>
            <source>Segment the area into the classes (Ctrl+Enter)</source>
            <translation>将区域分割为这些类别 (Ctrl+回车)</translation>
        </message>
        <message>
            <source>Segment with SoftSeg…</source>
            <translation>用 SoftSeg 分割…</translation>
        </message>
        <message>
            <source>Segment with this model from now on</source>
            <translation>从现在起用此模型分割</translation>
        </message>
        <message>
            <source>Segmentation</source>
            <translation>分割</translation>
        </message>
        <message>
            <source>Segmenting…</source>
            <translation>正在分割…</translation>
        </message>
        <message>
            <source>Selected polygons only</source>
            <translation>仅选中的多边形</translation>
        </message>
        <message>
            <source>Set Up Engine</source>
            <translation>安装引擎</translation>
        </message>
        <message>
            <source>Set Up…</source>
            <translation>安装…</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Show or hide: {title}</source>
            <translation>显示或隐藏：{title}</translation>
        </message>
        <message>
            <source>Show these classes wherever they win</source>
            <translation>在这些类别胜出的地方一律显示</translation>
        </message>
        <message>
            <source>Side of the squares that are computed at once; smaller ones need less memory</source>
            <translation>一次计算的方块边长；越小所需内存越少</translation>
        </message>
        <message>
            <source>Side of the tiles that the model sees at once, in pixels of its working resolution; 0: chosen for it.</source>
            <translation>模型一次看到的瓦片边长，以其工作分辨率的像素计；0：自动选择。</translation>
        </message>
        <message>
            <source>Simplify, m</source>
            <translation>简化（m）</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Smaller patches are given to the classes around them.</source>
            <translation>更小的图斑归入周围的类别。</translation>
        </message>
        <message>
            <source>Smaller patches go to the classes around them</source>
            <translation>更小的图斑归入周围的类别</translation>
        </message>
        <message>
            <source>Smaller polygons are left out, which leaves holes: a run's own smallest patch leaves none.</source>
            <translation>略去更小的多边形会留下空洞；运行时设置最小图斑则不会。</translation>
        </message>
        <message>
            <source>Smallest patch</source>
            <translation>最小图斑</translation>
        </message>
        <message>
            <source>Smallest patch, m²</source>
            <translation>最小图斑（m²）</translation>
        </message>
        <message>
            <source>Smallest polygon, m²</source>
            <translation>最小多边形（m²）</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>平滑</translation>
        </message>
        <message>
            <source>SoftSeg</source>
            <translation>SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Engine</source>
            <translation>SoftSeg 引擎</translation>
        </message>
        <message>
            <source>SoftSeg Help</source>
            <translation>SoftSeg 帮助</translation>
        </message>
        <message>
            <source>SoftSeg Models</source>
            <translation>SoftSeg 模型</translation>
        </message>
        <message>
            <source>SoftSeg Panel</source>
            <translation>SoftSeg 面板</translation>
        </message>
        <message>
            <source>SoftSeg has no engine yet: open the SoftSeg panel and set it up.</source>
            <translation>SoftSeg 还没有引擎：请打开 SoftSeg 面板进行安装。</translation>
        </message>
        <message>
            <source>SoftSeg has no engine yet: set it up first.</source>
            <translation>SoftSeg 还没有引擎：请先安装。</translation>
        </message>
        <message>
            <source>SoftSeg needs an engine of its own: Python with PyTorch and rasterio. QGIS itself is not changed.</source>
            <translation>SoftSeg 需要自己的引擎：带有 PyTorch 和 rasterio 的 Python。QGIS 本身不会被改动。</translation>
        </message>
        <message>
            <source>SoftSeg preview</source>
            <translation>SoftSeg 预览</translation>
        </message>
        <message>
            <source>SoftSeg was replaced by another version while QGIS was running: load it again.</source>
            <translation>SoftSeg 在 QGIS 运行时被替换为其他版本：请重新加载。</translation>
        </message>
        <message>
            <source>SoftSeg – {layer}</source>
            <translation>SoftSeg – {layer}</translation>
        </message>
        <message>
            <source>SoftSeg: class maps from typed names</source>
            <translation>SoftSeg：由输入的名称生成类别图</translation>
        </message>
        <message>
            <source>SoftSeg: copying the map</source>
            <translation>SoftSeg：正在复制地图</translation>
        </message>
        <message>
            <source>SoftSeg: engine and device report</source>
            <translation>SoftSeg：引擎和设备报告</translation>
        </message>
        <message>
            <source>Something went wrong inside SoftSeg ({kind}); please report it.</source>
            <translation>SoftSeg 内部出错（{kind}）；请报告此问题。</translation>
        </message>
        <message>
            <source>Starting the engine…</source>
            <translation>正在启动引擎…</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>Stop the run (Esc)</source>
            <translation>停止运行 (Esc)</translation>
        </message>
        <message>
            <source>Stop the waiting engine after</source>
            <translation>停止待命引擎的时间</translation>
        </message>
        <message>
            <source>Stop what is under way? What has come of a download is kept.</source>
            <translation>停止正在进行的操作？已下载的部分会保留。</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Stretch</source>
            <translation>拉伸</translation>
        </message>
        <message>
            <source>Sub-folders too</source>
            <translation>包括子文件夹</translation>
        </message>
        <message>
            <source>Synonyms</source>
            <translation>同义词</translation>
        </message>
        <message>
            <source>Synonyms of {name}</source>
            <translation>{name} 的同义词</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>表格 (*.csv)</translation>
        </message>
        <message>
            <source>Take from Layer Legend</source>
            <translation>从图层图例获取</translation>
        </message>
        <message>
            <source>Take the reference for a sample that was drawn at random within each class of the map.</source>
            <translation>将参考数据视为在地图每个类别内随机抽取的样本。</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文本</translation>
        </message>
        <message>
            <source>That folder holds a training that was stopped: switch on “Go on with a training that was stopped”, or choose another folder.</source>
            <translation>该文件夹中有一个已停止的训练：请启用“继续已停止的训练”，或选择其他文件夹。</translation>
        </message>
        <message>
            <source>That folder holds no model: {file} is missing.</source>
            <translation>该文件夹中没有模型：缺少 {file}。</translation>
        </message>
        <message>
            <source>The Fastest That Works</source>
            <translation>可用的最快设备</translation>
        </message>
        <message>
            <source>The area cannot be brought to the coordinate system of “{name}”.</source>
            <translation>无法将该区域转换到“{name}”的坐标系。</translation>
        </message>
        <message>
            <source>The area cannot be written to {path}.</source>
            <translation>无法将该区域写入 {path}。</translation>
        </message>
        <message>
            <source>The area does not touch “{name}”: move the map there, or choose another area.</source>
            <translation>该区域与“{name}”不相交：请将地图移到那里，或选择其他区域。</translation>
        </message>
        <message>
            <source>The band with the classes, for rasters of several bands.</source>
            <translation>类别所在的波段，用于多波段栅格。</translation>
        </message>
        <message>
            <source>The class layer is no longer in the project.</source>
            <translation>类别图层已不在项目中。</translation>
        </message>
        <message>
            <source>The class polygons are written as GeoPackage: choose a file that ends in .gpkg.</source>
            <translation>类别多边形以 GeoPackage 写出：请选择以 .gpkg 结尾的文件。</translation>
        </message>
        <message>
            <source>The command is on the clipboard.</source>
            <translation>命令已复制到剪贴板。</translation>
        </message>
        <message>
            <source>The confidence raster of the same run, for the mean confidence of each polygon.</source>
            <translation>同一次运行的置信度栅格，用于计算每个多边形的平均置信度。</translation>
        </message>
        <message>
            <source>The cost raster that a run has kept.</source>
            <translation>运行所保留的代价栅格。</translation>
        </message>
        <message>
            <source>The disk has too little room for costs, so this cannot be decided again.</source>
            <translation>磁盘空间不足以保存代价，因此无法重新判定。</translation>
        </message>
        <message>
            <source>The disk has {free} free, but {needed} are needed: free some space or choose another folder.</source>
            <translation>磁盘剩余 {free}，但需要 {needed}：请释放空间或选择其他文件夹。</translation>
        </message>
        <message>
            <source>The disk is full: free some space or choose another folder.</source>
            <translation>磁盘已满：请释放空间或选择其他文件夹。</translation>
        </message>
        <message>
            <source>The engine cannot be started: set it up again.</source>
            <translation>无法启动引擎：请重新安装。</translation>
        </message>
        <message>
            <source>The engine crashed (signal {number}): try again.</source>
            <translation>引擎崩溃（信号 {number}）：请重试。</translation>
        </message>
        <message>
            <source>The engine does not start ({reason}): set it up again.</source>
            <translation>引擎无法启动（{reason}）：请重新安装。</translation>
        </message>
        <message>
            <source>The engine ended unexpectedly (exit code {code}): try again.</source>
            <translation>引擎意外退出（退出代码 {code}）：请重试。</translation>
        </message>
        <message>
            <source>The engine has not answered for too long, so it was ended: try again.</source>
            <translation>引擎长时间没有响应，已被结束：请重试。</translation>
        </message>
        <message>
            <source>The engine is still being set up. Stop that, and keep what was in use before?</source>
            <translation>引擎仍在安装中。要停止并保留之前使用的引擎吗？</translation>
        </message>
        <message>
            <source>The engine was stopped; nothing was written.</source>
            <translation>引擎已停止；未写入任何内容。</translation>
        </message>
        <message>
            <source>The field of the polygons that holds the class; not needed where there is only one.</source>
            <translation>多边形中存放类别的字段；只有一个字段时不需要。</translation>
        </message>
        <message>
            <source>The field that names the class inside each polygon; English words help, since the model reads them.</source>
            <translation>给出每个多边形内类别名称的字段；最好用英语词语，因为模型会读取它们。</translation>
        </message>
        <message>
            <source>The figures of each class.</source>
            <translation>每个类别的数据。</translation>
        </message>
        <message>
            <source>The figures {path} cannot be written.</source>
            <translation>无法写入数据 {path}。</translation>
        </message>
        <message>
            <source>The files of the run cannot be written ({reason}): choose another output or free some space.</source>
            <translation>无法写入此次运行的文件（{reason}）：请选择其他输出位置或释放空间。</translation>
        </message>
        <message>
            <source>The folder cannot be written ({reason}).</source>
            <translation>无法写入该文件夹（{reason}）。</translation>
        </message>
        <message>
            <source>The folder cannot be written: choose another one, or allow it in the virus scanner.</source>
            <translation>无法写入该文件夹：请选择其他文件夹，或在杀毒软件中允许它。</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written: choose another one.</source>
            <translation>无法写入文件夹 {folder}：请选择其他文件夹。</translation>
        </message>
        <message>
            <source>The folder {folder} holds no packages (*.whl).</source>
            <translation>文件夹 {folder} 中没有软件包 (*.whl)。</translation>
        </message>
        <message>
            <source>The graphics card stopped working during the run: try again, or use the processor.</source>
            <translation>显卡在运行过程中停止工作：请重试，或使用处理器。</translation>
        </message>
        <message>
            <source>The image.</source>
            <translation>影像。</translation>
        </message>
        <message>
            <source>The image; web maps are copied first.</source>
            <translation>影像；网络地图会先复制。</translation>
        </message>
        <message>
            <source>The layer “{name}” cannot be read: its file may have moved.</source>
            <translation>无法读取图层“{name}”：其文件可能已被移动。</translation>
        </message>
        <message>
            <source>The layer “{name}” has to be copied to a file first.</source>
            <translation>必须先将图层“{name}”复制到文件。</translation>
        </message>
        <message>
            <source>The layer “{name}” is no longer in the project.</source>
            <translation>图层“{name}”已不在项目中。</translation>
        </message>
        <message>
            <source>The lexicon of land cover has none to add for this class</source>
            <translation>土地覆盖词库中没有可为此类别添加的同义词</translation>
        </message>
        <message>
            <source>The map shows a place that the raster's coordinate system does not know.</source>
            <translation>地图所示位置不在栅格坐标系的适用范围内。</translation>
        </message>
        <message>
            <source>The map to judge, of any program.</source>
            <translation>要评价的地图，可由任何程序生成。</translation>
        </message>
        <message>
            <source>The map would be copied at {size:,.0f} megapixels, and at most {limit:,.0f} are: zoom in, or choose a coarser resolution.</source>
            <translation>地图将以 {size:,.0f} 百万像素复制，上限为 {limit:,.0f}：请放大地图，或选择更粗的分辨率。</translation>
        </message>
        <message>
            <source>The middle of the map shows nothing of “{name}”: move the map there.</source>
            <translation>地图中央没有“{name}”的内容：请将地图移到那里。</translation>
        </message>
        <message>
            <source>The model looks at this raster at {finest} per pixel.</source>
            <translation>模型以每像素 {finest} 观察此栅格。</translation>
        </message>
        <message>
            <source>The model, as other algorithms take it</source>
            <translation>模型，可供其他算法使用</translation>
        </message>
        <message>
            <source>The output folder gets the same sub-folders.</source>
            <translation>输出文件夹将有相同的子文件夹。</translation>
        </message>
        <message>
            <source>The package index</source>
            <translation>软件包索引</translation>
        </message>
        <message>
            <source>The package {name} is not there for this computer.</source>
            <translation>没有适用于本机的软件包 {name}。</translation>
        </message>
        <message>
            <source>The packages could not be installed ({reason}).</source>
            <translation>无法安装软件包（{reason}）。</translation>
        </message>
        <message>
            <source>The part of the raster to segment; empty: all of it.</source>
            <translation>要分割的栅格部分；留空：全部。</translation>
        </message>
        <message>
            <source>The polygons are no longer in the project.</source>
            <translation>这些多边形已不在工程中。</translation>
        </message>
        <message>
            <source>The polygons cannot be written to {path}.</source>
            <translation>无法将多边形写入 {path}。</translation>
        </message>
        <message>
            <source>The polygons have no field “{field}”.</source>
            <translation>多边形没有字段“{field}”。</translation>
        </message>
        <message>
            <source>The polygons of other classes inside such holes stay, and are overlapped.</source>
            <translation>孔洞内其他类别的多边形会保留，并被覆盖。</translation>
        </message>
        <message>
            <source>The polygons of “{name}” cannot be copied.</source>
            <translation>无法复制“{name}”的多边形。</translation>
        </message>
        <message>
            <source>The polygons still show the earlier decision: To Polygons… makes them anew.</source>
            <translation>多边形仍显示之前的判定：“转为多边形…”可重新生成。</translation>
        </message>
        <message>
            <source>The raster of the panel</source>
            <translation>面板中的栅格</translation>
        </message>
        <message>
            <source>The raster to segment; it follows the active layer</source>
            <translation>要分割的栅格；随活动图层变化</translation>
        </message>
        <message>
            <source>The raster {value} cannot be read.</source>
            <translation>无法读取栅格 {value}。</translation>
        </message>
        <message>
            <source>The reference cannot be read: choose a class raster or a layer of polygons.</source>
            <translation>无法读取参考数据：请选择类别栅格或多边形图层。</translation>
        </message>
        <message>
            <source>The report is on the clipboard.</source>
            <translation>报告已复制到剪贴板。</translation>
        </message>
        <message>
            <source>The report {path} cannot be written.</source>
            <translation>无法写入报告 {path}。</translation>
        </message>
        <message>
            <source>The result {path} cannot be opened.</source>
            <translation>无法打开结果 {path}。</translation>
        </message>
        <message>
            <source>The run was cancelled, but its files were written already: they are in {folder}.</source>
            <translation>运行已取消，但其文件已经写好：位于 {folder}。</translation>
        </message>
        <message>
            <source>The run was cancelled; nothing was written.</source>
            <translation>运行已取消；未写入任何内容。</translation>
        </message>
        <message>
            <source>The same raster, area and options with the classes as they are now</source>
            <translation>相同的栅格、区域和选项，使用当前类别</translation>
        </message>
        <message>
            <source>The system ended the engine, probably because memory ran out: use smaller tiles or fewer classes.</source>
            <translation>系统结束了引擎，可能是内存不足：请使用更小的瓦片或更少的类别。</translation>
        </message>
        <message>
            <source>There are no polygons in this layer: choose another one.</source>
            <translation>该图层中没有多边形：请选择其他图层。</translation>
        </message>
        <message>
            <source>There is no Python from 3.10 to 3.14 here, and none can be downloaded: install one first.</source>
            <translation>本机没有 3.10 至 3.14 版本的 Python，也无法下载：请先安装一个。</translation>
        </message>
        <message>
            <source>There is no folder {folder}: choose another for the output.</source>
            <translation>文件夹 {folder} 不存在：请为输出选择其他文件夹。</translation>
        </message>
        <message>
            <source>There is no polygon layer in the project: add one, or draw the area.</source>
            <translation>项目中没有多边形图层：请添加一个，或绘制区域。</translation>
        </message>
        <message>
            <source>There is no raster in the project.</source>
            <translation>项目中没有栅格。</translation>
        </message>
        <message>
            <source>There is no uv: put {name} into the folder of packages.</source>
            <translation>缺少 uv：请将 {name} 放入软件包文件夹。</translation>
        </message>
        <message>
            <source>This SoftSeg needs a newer engine than the one that is installed. QGIS itself is not changed.</source>
            <translation>此版 SoftSeg 需要比已安装引擎更新的引擎。QGIS 本身不会被改动。</translation>
        </message>
        <message>
            <source>This model is no longer there.</source>
            <translation>该模型已不存在。</translation>
        </message>
        <message>
            <source>This web map is copied first, at {resolution} per pixel and {limit} megapixels at most. Check that its provider allows that.</source>
            <translation>此网络地图会先被复制，每像素 {resolution}，最多 {limit} 百万像素。请确认其提供者允许这样做。</translation>
        </message>
        <message>
            <source>Tile</source>
            <translation>瓦片</translation>
        </message>
        <message>
            <source>Tile size, px</source>
            <translation>瓦片大小（px）</translation>
        </message>
        <message>
            <source>Tiles at once</source>
            <translation>同时计算的瓦片</translation>
        </message>
        <message>
            <source>To Polygons…</source>
            <translation>转为多边形…</translation>
        </message>
        <message>
            <source>Train model on polygons</source>
            <translation>用多边形训练模型</translation>
        </message>
        <message>
            <source>Trains a model of your own on a raster and polygons with a class field.</source>
            <translation>用栅格和带类别字段的多边形训练您自己的模型。</translation>
        </message>
        <message>
            <source>Trains a model on an image and polygons whose field names the class inside them. What lies outside of the polygons is not learned from, so draw some of every class, over all of the image.

The model is a folder. It appears in the panel's list of models, and other algorithms take it as “Folder of another model”. It knows what it was shown: on other sensors, seasons and places it may fail.

Training takes minutes on a graphics card and hours on a processor. When it is stopped, its state is kept in the folder, and “Go on” continues from there.</source>
            <translation>用影像和带类别字段的多边形训练模型，字段给出多边形内的类别。多边形之外的部分不参与学习，因此请为每个类别绘制一些多边形，并分布于整幅影像。

模型是一个文件夹。它会出现在面板的模型列表中，其他算法可通过“其他模型的文件夹”使用它。它只认识见过的内容：换了传感器、季节或地点，可能会失效。

在显卡上训练需数分钟，在处理器上需数小时。训练停止时，其状态保存在文件夹中，“继续已停止的训练”可从该处继续。</translation>
        </message>
        <message>
            <source>Tries SoftSeg's engine with a small computation, and reports versions, packages and devices. READY is “yes” where runs can be started. It needs no engine itself, and says what is wrong where there is none.</source>
            <translation>用一次小计算测试 SoftSeg 的引擎，并报告版本、软件包和设备。可以启动运行时 READY 为“yes”。它本身不需要引擎；没有引擎时会说明问题所在。</translation>
        </message>
        <message>
            <source>Tries the engine and says what it is made of.</source>
            <translation>测试引擎并说明其组成。</translation>
        </message>
        <message>
            <source>Try Again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Try and Use</source>
            <translation>测试并使用</translation>
        </message>
        <message>
            <source>Trying the engine; the first start takes a while</source>
            <translation>正在测试引擎；首次启动需要一些时间</translation>
        </message>
        <message>
            <source>Type at least one class to look for.</source>
            <translation>请至少输入一个要查找的类别。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Unlabelled below</source>
            <translation>低于此值不分类</translation>
        </message>
        <message>
            <source>Unlabelled below, class by class: {classes}</source>
            <translation>各类低于以下值时不标注：{classes}</translation>
        </message>
        <message>
            <source>Unpacking packages</source>
            <translation>正在解压软件包</translation>
        </message>
        <message>
            <source>Unpacking…</source>
            <translation>正在解压…</translation>
        </message>
        <message>
            <source>Unsure below</source>
            <translation>低于此值视为不确定</translation>
        </message>
        <message>
            <source>Unsure below, class by class</source>
            <translation>各类的不确定阈值</translation>
        </message>
        <message>
            <source>Up to {download} download · {disk} on disk, {free} free</source>
            <translation>最多下载 {download} · 占用磁盘 {disk}，剩余 {free}</translation>
        </message>
        <message>
            <source>Urban</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>使用</translation>
        </message>
        <message>
            <source>Use Smaller Tiles</source>
            <translation>使用更小的瓦片</translation>
        </message>
        <message>
            <source>Use my own Python…</source>
            <translation>使用我自己的 Python…</translation>
        </message>
        <message>
            <source>Use the Classes of This Run</source>
            <translation>使用此次运行的类别</translation>
        </message>
        <message>
            <source>Use the Processor</source>
            <translation>使用处理器</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>校验</translation>
        </message>
        <message>
            <source>Version of the engine</source>
            <translation>引擎版本</translation>
        </message>
        <message>
            <source>Visible map</source>
            <translation>可见地图</translation>
        </message>
        <message>
            <source>Waiting for another SoftSeg…</source>
            <translation>正在等待另一个 SoftSeg…</translation>
        </message>
        <message>
            <source>Water and coast</source>
            <translation>水域与海岸</translation>
        </message>
        <message>
            <source>Web map</source>
            <translation>网络地图</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>网页</translation>
        </message>
        <message>
            <source>Web page (*.html)</source>
            <translation>网页 (*.html)</translation>
        </message>
        <message>
            <source>What a Run Begins With</source>
            <translation>运行的初始设置</translation>
        </message>
        <message>
            <source>What an earlier batch with the same settings has finished stays as it is.</source>
            <translation>之前以相同设置完成的部分保持不变。</translation>
        </message>
        <message>
            <source>What computes</source>
            <translation>计算设备</translation>
        </message>
        <message>
            <source>What computes: auto takes the fastest there is; cuda is an NVIDIA and mps an Apple graphics card.</source>
            <translation>计算设备：auto 取最快的；cuda 为 NVIDIA 显卡，mps 为 Apple 显卡。</translation>
        </message>
        <message>
            <source>What else there is to see</source>
            <translation>还能看到什么</translation>
        </message>
        <message>
            <source>What else there is to see, with commas between, as: car, field, bare soil. What looks more like it than like a class stays unlabelled. Empty: every pixel gets a class.</source>
            <translation>还能看到的其他事物，用逗号分隔，如：car, field, bare soil。与之比与任何类别都更相似的像元保持未分类。留空：每个像元都有类别。</translation>
        </message>
        <message>
            <source>What else there is to see, with commas between; it stays unlabelled</source>
            <translation>还能看到的其他事物，用逗号分隔；保持未分类</translation>
        </message>
        <message>
            <source>What finds the classes: a model that ships with SoftSeg, or one that was downloaded.</source>
            <translation>用于查找类别的模型：SoftSeg 自带的或已下载的。</translation>
        </message>
        <message>
            <source>What is added to classes before deciding, one per line or with ; between them: “building=+0.5; road=-1”. Larger values make a class win more often; 1 is about a factor of e in its odds.</source>
            <translation>判定前加给各类别的值，每行一个或用 ; 分隔：“建筑物=+0.5; 道路=-1”。值越大，该类别越常胜出；1 约使其几率乘以 e。</translation>
        </message>
        <message>
            <source>What is added to the raster's numbers: -1000 for Sentinel-2 from 2022 on that does not say so</source>
            <translation>加到栅格数值上的量：2022 年起的 Sentinel-2 若未自带说明，则为 -1000</translation>
        </message>
        <message>
            <source>What is downloaded, and from where</source>
            <translation>下载内容及来源</translation>
        </message>
        <message>
            <source>What is known: a class raster on any grid, or polygons in any coordinate system.</source>
            <translation>已知情况：任意网格的类别栅格，或任意坐标系的多边形。</translation>
        </message>
        <message>
            <source>What looks more like one of these words than like any class stays unlabelled, not forced into a class</source>
            <translation>与这些词语之一比与任何类别都更相似的像元保持未分类，不会被强行归入某个类别</translation>
        </message>
        <message>
            <source>What should be found? Type classes below, paste a list, or take a preset.</source>
            <translation>要查找什么？在下方输入类别、粘贴列表，或选择预设。</translation>
        </message>
        <message>
            <source>What some classes need more than that, one per line or with ; between them: “building=0.6; road=0.4”.</source>
            <translation>某些类别另需达到的值，每行一个或以 ; 分隔：“building=0.6; road=0.4”。</translation>
        </message>
        <message>
            <source>What the classes were decided from, and can be decided anew from: NAME_costs.tif.</source>
            <translation>类别判定的依据，也可据此重新判定：NAME_costs.tif。</translation>
        </message>
        <message>
            <source>What the map shows of the raster</source>
            <translation>地图所显示的栅格部分</translation>
        </message>
        <message>
            <source>What the model reads for this class, with commas between; without any it reads the name</source>
            <translation>模型为此类别读取的词语，用逗号分隔；没有时读取名称</translation>
        </message>
        <message>
            <source>Where engines and caches lie; a few gigabytes. Empty: the system's place for such data</source>
            <translation>引擎和缓存的位置；需要数 GB。留空：系统为此类数据提供的位置</translation>
        </message>
        <message>
            <source>Where the model is less sure than this, 0 to 1, no class is shown</source>
            <translation>模型确信度低于此值（0 到 1）的地方不显示类别</translation>
        </message>
        <message>
            <source>Where the rasters are.</source>
            <translation>栅格所在位置。</translation>
        </message>
        <message>
            <source>Whether the engine works: yes or no</source>
            <translation>引擎是否可用：yes 或 no</translation>
        </message>
        <message>
            <source>Which class is which of the reference's, one per line: “lawn=grass”. Equal names need no line.</source>
            <translation>类别与参考数据中类别的对应关系，每行一个：“草坪=草地”。名称相同的无需填写。</translation>
        </message>
        <message>
            <source>Which files, by patterns with ; between them, in any case.</source>
            <translation>哪些文件，用 ; 分隔的模式表示，不分大小写。</translation>
        </message>
        <message>
            <source>Whole layer</source>
            <translation>整个图层</translation>
        </message>
        <message>
            <source>Windows lacks the Microsoft Visual C++ Redistributable, which PyTorch needs: install it first.</source>
            <translation>Windows 缺少 PyTorch 所需的 Microsoft Visual C++ Redistributable：请先安装。</translation>
        </message>
        <message>
            <source>With the same raster, polygons, recipe and folder.</source>
            <translation>使用相同的栅格、多边形、配方和文件夹。</translation>
        </message>
        <message>
            <source>Work at</source>
            <translation>工作分辨率</translation>
        </message>
        <message>
            <source>Work at, m per pixel</source>
            <translation>工作分辨率（米/像素）</translation>
        </message>
        <message>
            <source>Writing the report…</source>
            <translation>正在写入报告…</translation>
        </message>
        <message>
            <source>about {time}</source>
            <translation>约 {time}</translation>
        </message>
        <message>
            <source>accuracy,assessment,confusion,matrix,iou,kappa,validation,reference,ground truth,compare</source>
            <translation>精度,评价,混淆,矩阵,iou,kappa,验证,参考,真值,比较</translation>
        </message>
        <message>
            <source>agriculture land</source>
            <translation>农业用地</translation>
        </message>
        <message>
            <source>algae</source>
            <translation>藻类</translation>
        </message>
        <message>
            <source>any size</source>
            <translation>任意大小</translation>
        </message>
        <message>
            <source>artificial turf</source>
            <translation>人造草坪</translation>
        </message>
        <message>
            <source>bare ground</source>
            <translation>裸地</translation>
        </message>
        <message>
            <source>bare soil</source>
            <translation>裸土</translation>
        </message>
        <message>
            <source>bareland</source>
            <translation>裸地</translation>
        </message>
        <message>
            <source>beach</source>
            <translation>海滩</translation>
        </message>
        <message>
            <source>biogas plant</source>
            <translation>沼气厂</translation>
        </message>
        <message>
            <source>broadleaved trees</source>
            <translation>阔叶树</translation>
        </message>
        <message>
            <source>building</source>
            <translation>建筑物</translation>
        </message>
        <message>
            <source>burnt area</source>
            <translation>火烧迹地</translation>
        </message>
        <message>
            <source>car</source>
            <translation>汽车</translation>
        </message>
        <message>
            <source>class_id, class_name, area_m2, perimeter_m and mean_confidence of each polygon.</source>
            <translation>每个多边形的 class_id、class_name、area_m2、perimeter_m 和 mean_confidence。</translation>
        </message>
        <message>
            <source>classes</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>clearing</source>
            <translation>林间空地</translation>
        </message>
        <message>
            <source>confidence</source>
            <translation>置信度</translation>
        </message>
        <message>
            <source>conifers</source>
            <translation>针叶树</translation>
        </message>
        <message>
            <source>construction site</source>
            <translation>建筑工地</translation>
        </message>
        <message>
            <source>cropland</source>
            <translation>耕地</translation>
        </message>
        <message>
            <source>dam</source>
            <translation>水坝</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>已损坏</translation>
        </message>
        <message>
            <source>damaged building</source>
            <translation>受损建筑</translation>
        </message>
        <message>
            <source>dead trees</source>
            <translation>枯树</translation>
        </message>
        <message>
            <source>decided anew from {source}</source>
            <translation>根据 {source} 重新判定</translation>
        </message>
        <message>
            <source>developed space</source>
            <translation>已开发空间</translation>
        </message>
        <message>
            <source>diagnostics,version,gpu,cuda,device,support,probe</source>
            <translation>诊断,版本,gpu,cuda,设备,支持,测试</translation>
        </message>
        <message>
            <source>dune</source>
            <translation>沙丘</translation>
        </message>
        <message>
            <source>exit code {code}</source>
            <translation>退出代码 {code}</translation>
        </message>
        <message>
            <source>fallen tree</source>
            <translation>倒木</translation>
        </message>
        <message>
            <source>farm building</source>
            <translation>农场建筑</translation>
        </message>
        <message>
            <source>felled area</source>
            <translation>采伐迹地</translation>
        </message>
        <message>
            <source>flooded area</source>
            <translation>淹没区</translation>
        </message>
        <message>
            <source>forest track</source>
            <translation>林道</translation>
        </message>
        <message>
            <source>grass</source>
            <translation>草地</translation>
        </message>
        <message>
            <source>grassland</source>
            <translation>草原</translation>
        </message>
        <message>
            <source>green roof</source>
            <translation>绿化屋顶</translation>
        </message>
        <message>
            <source>greenhouse</source>
            <translation>温室</translation>
        </message>
        <message>
            <source>growing crop</source>
            <translation>生长中的作物</translation>
        </message>
        <message>
            <source>harbour</source>
            <translation>港口</translation>
        </message>
        <message>
            <source>hay bale</source>
            <translation>干草捆</translation>
        </message>
        <message>
            <source>hedge and trees</source>
            <translation>树篱和树木</translation>
        </message>
        <message>
            <source>intact building</source>
            <translation>完好建筑</translation>
        </message>
        <message>
            <source>irrigated field</source>
            <translation>灌溉田</translation>
        </message>
        <message>
            <source>landslide</source>
            <translation>滑坡</translation>
        </message>
        <message>
            <source>licence {licence}</source>
            <translation>许可证 {licence}</translation>
        </message>
        <message>
            <source>log pile</source>
            <translation>木材堆</translation>
        </message>
        <message>
            <source>loose ground</source>
            <translation>松散地面</translation>
        </message>
        <message>
            <source>low vegetation</source>
            <translation>低矮植被</translation>
        </message>
        <message>
            <source>maize field</source>
            <translation>玉米田</translation>
        </message>
        <message>
            <source>mangrove</source>
            <translation>红树林</translation>
        </message>
        <message>
            <source>mean averages them; in max the best one speaks.</source>
            <translation>mean 取平均；max 取最匹配的一个。</translation>
        </message>
        <message>
            <source>mudflat</source>
            <translation>泥滩</translation>
        </message>
        <message>
            <source>native is SoftSeg's own; the others are as published figures were made, with their own tiles.</source>
            <translation>native 为 SoftSeg 自身的方式；其他方式与已发表数据的做法一致，使用各自的瓦片。</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从不</translation>
        </message>
        <message>
            <source>no CRS</source>
            <translation>无坐标系</translation>
        </message>
        <message>
            <source>none stated</source>
            <translation>未注明</translation>
        </message>
        <message>
            <source>not commercial</source>
            <translation>非商用</translation>
        </message>
        <message>
            <source>not downloaded</source>
            <translation>未下载</translation>
        </message>
        <message>
            <source>open water</source>
            <translation>开阔水面</translation>
        </message>
        <message>
            <source>orchard</source>
            <translation>果园</translation>
        </message>
        <message>
            <source>own CRS</source>
            <translation>自定义坐标系</translation>
        </message>
        <message>
            <source>parking lot</source>
            <translation>停车场</translation>
        </message>
        <message>
            <source>passable road</source>
            <translation>可通行道路</translation>
        </message>
        <message>
            <source>pavement</source>
            <translation>人行道</translation>
        </message>
        <message>
            <source>pipeline</source>
            <translation>管道</translation>
        </message>
        <message>
            <source>plantation</source>
            <translation>种植园</translation>
        </message>
        <message>
            <source>ploughed field</source>
            <translation>犁过的田</translation>
        </message>
        <message>
            <source>polygons</source>
            <translation>多边形</translation>
        </message>
        <message>
            <source>polygons of {source}</source>
            <translation>{source} 的多边形</translation>
        </message>
        <message>
            <source>power line</source>
            <translation>输电线</translation>
        </message>
        <message>
            <source>power station</source>
            <translation>发电站</translation>
        </message>
        <message>
            <source>railway</source>
            <translation>铁路</translation>
        </message>
        <message>
            <source>rangeland</source>
            <translation>草地</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>ripe grain</source>
            <translation>成熟谷物</translation>
        </message>
        <message>
            <source>road</source>
            <translation>道路</translation>
        </message>
        <message>
            <source>rock</source>
            <translation>岩石</translation>
        </message>
        <message>
            <source>roof</source>
            <translation>屋顶</translation>
        </message>
        <message>
            <source>rubble</source>
            <translation>瓦砾</translation>
        </message>
        <message>
            <source>sealed ground</source>
            <translation>硬化地面</translation>
        </message>
        <message>
            <source>segmentation,classification,costs,balance,threshold,confidence,sieve</source>
            <translation>分割,分类,代价,平衡,阈值,置信度,筛除</translation>
        </message>
        <message>
            <source>segmentation,classification,land cover,batch,folder,many,mosaic,deep learning</source>
            <translation>分割,分类,土地覆盖,批处理,文件夹,多个,镶嵌,深度学习</translation>
        </message>
        <message>
            <source>segmentation,classification,land cover,landuse,deep learning,ai,text,prompt,semantic</source>
            <translation>分割,分类,土地覆盖,土地利用,深度学习,人工智能,文本,提示词,语义</translation>
        </message>
        <message>
            <source>segmented {source} into {classes}</source>
            <translation>已将 {source} 分割为 {classes}</translation>
        </message>
        <message>
            <source>shadow</source>
            <translation>阴影</translation>
        </message>
        <message>
            <source>ship</source>
            <translation>船舶</translation>
        </message>
        <message>
            <source>shrub</source>
            <translation>灌木</translation>
        </message>
        <message>
            <source>size not known</source>
            <translation>大小未知</translation>
        </message>
        <message>
            <source>skip goes on with the next one and reports it; stop ends the batch.</source>
            <translation>skip 继续处理下一个并报告；stop 结束批处理。</translation>
        </message>
        <message>
            <source>solar panel</source>
            <translation>太阳能板</translation>
        </message>
        <message>
            <source>sports field</source>
            <translation>运动场</translation>
        </message>
        <message>
            <source>storage tank</source>
            <translation>储罐</translation>
        </message>
        <message>
            <source>substation</source>
            <translation>变电站</translation>
        </message>
        <message>
            <source>surf</source>
            <translation>碎浪</translation>
        </message>
        <message>
            <source>swimming pool</source>
            <translation>游泳池</translation>
        </message>
        <message>
            <source>synonyms…</source>
            <translation>同义词…</translation>
        </message>
        <message>
            <source>temporary</source>
            <translation>临时</translation>
        </message>
        <message>
            <source>temporary files</source>
            <translation>临时文件</translation>
        </message>
        <message>
            <source>tent</source>
            <translation>帐篷</translation>
        </message>
        <message>
            <source>the Python package index</source>
            <translation>Python 软件包索引</translation>
        </message>
        <message>
            <source>the raster's resolution</source>
            <translation>栅格的分辨率</translation>
        </message>
        <message>
            <source>track</source>
            <translation>土路</translation>
        </message>
        <message>
            <source>training,fine-tune,learn,samples,supervised,deep learning,segmentation</source>
            <translation>训练,微调,学习,样本,监督,深度学习,分割</translation>
        </message>
        <message>
            <source>tree</source>
            <translation>树木</translation>
        </message>
        <message>
            <source>try: {words}</source>
            <translation>试试：{words}</translation>
        </message>
        <message>
            <source>type a class and press Enter…</source>
            <translation>输入类别后按回车…</translation>
        </message>
        <message>
            <source>unclear</source>
            <translation>不明确</translation>
        </message>
        <message>
            <source>unfinished</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>unverified</source>
            <translation>未核实</translation>
        </message>
        <message>
            <source>uv and all packages</source>
            <translation>uv 和所有软件包</translation>
        </message>
        <message>
            <source>uv, the installer, where this computer has none</source>
            <translation>安装程序 uv（如果本机没有）</translation>
        </message>
        <message>
            <source>vectorise,vectorize,polygonise,polygonize,simplify,coverage,segmentation,geopackage</source>
            <translation>矢量化,多边形化,简化,覆盖,分割,geopackage</translation>
        </message>
        <message>
            <source>vegetation</source>
            <translation>植被</translation>
        </message>
        <message>
            <source>vineyard</source>
            <translation>葡萄园</translation>
        </message>
        <message>
            <source>vrt joins the class rasters in the virtual raster mosaic.vrt.</source>
            <translation>vrt 将类别栅格合并为虚拟栅格 mosaic.vrt。</translation>
        </message>
        <message>
            <source>water</source>
            <translation>水体</translation>
        </message>
        <message>
            <source>wetland</source>
            <translation>湿地</translation>
        </message>
        <message>
            <source>what else there is to see…</source>
            <translation>还能看到什么…</translation>
        </message>
        <message>
            <source>wind turbine</source>
            <translation>风力发电机</translation>
        </message>
        <message>
            <source>{count} languages</source>
            <translation>{count} 种语言</translation>
        </message>
        <message>
            <source>{disk} on disk, {free} free</source>
            <translation>占用磁盘 {disk}，剩余 {free}</translation>
        </message>
        <message>
            <source>{done} of {total} tiles</source>
            <translation>{done} / {total} 个瓦片</translation>
        </message>
        <message>
            <source>{host} cannot be reached: check the network and QGIS's proxy, or install from a folder.</source>
            <translation>无法访问 {host}：请检查网络和 QGIS 的代理，或从文件夹安装。</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} 小时 {minutes} 分</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} 分</translation>
        </message>
        <message>
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} 分 {seconds} 秒</translation>
        </message>
        <message>
            <source>{model} segments as it is, without a network trained on it: expect blobs rather than outlines.</source>
            <translation>{model} 直接用于分割，没有在其上训练的网络：结果多为团块，而非清晰的轮廓。</translation>
        </message>
        <message>
            <source>{name} (preset)</source>
            <translation>{name}（预设）</translation>
        </message>
        <message>
            <source>{name} is left out</source>
            <translation>不使用 {name}</translation>
        </message>
        <message>
            <source>{name} is used</source>
            <translation>使用 {name}</translation>
        </message>
        <message>
            <source>{path} is no Python: choose a program such as python3.</source>
            <translation>{path} 不是 Python：请选择 python3 之类的程序。</translation>
        </message>
        <message>
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} 秒</translation>
        </message>
        <message>
            <source>{share} unlabelled or without data</source>
            <translation>{share} 未分类或无数据</translation>
        </message>
        <message>
            <source>{size} megapixels</source>
            <translation>{size} 百万像素</translation>
        </message>
        <message>
            <source>{tiles} tiles at {resolution}; up to {disk} MB for the class raster. The time is learned from past runs.</source>
            <translation>{tiles} 个瓦片，分辨率 {resolution}；类别栅格最多 {disk} MB。时间根据以往运行估计。</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>剩余 {time}</translation>
        </message>
        <message>
            <source>{title} is damaged: download it again.</source>
            <translation>{title} 已损坏：请重新下载。</translation>
        </message>
        <message>
            <source>{title} is ready.</source>
            <translation>{title} 已就绪。</translation>
        </message>
        <message>
            <source>{title}, {size}.</source>
            <translation>{title}，{size}。</translation>
        </message>
        <message>
            <source>{used} of {bands} bands</source>
            <translation>{used} / {bands} 个波段</translation>
        </message>
        <message>
            <source>“{entry}” is not of the form name=0.5.</source>
            <translation>“{entry}”不符合 名称=0.5 的形式。</translation>
        </message>
        <message>
            <source>“{name}” has no resolution of its own: choose the one to work at, in m.</source>
            <translation>“{name}”没有自身的分辨率：请选择工作分辨率（米）。</translation>
        </message>
        <message>
            <source>“{name}” is in the list already.</source>
            <translation>“{name}”已在列表中。</translation>
        </message>
        <message>
            <source>“{name}” is no file that the engine can open: save it as a GeoTIFF first.</source>
            <translation>引擎无法打开“{name}”：请先将其保存为 GeoTIFF。</translation>
        </message>
        <message>
            <source>“{name}” shows nothing here at this resolution: check the connection, or choose another area.</source>
            <translation>“{name}”在此分辨率下此处没有内容：请检查连接，或选择其他区域。</translation>
        </message>
    </context>
</TS>
