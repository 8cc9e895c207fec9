<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>SoftSeg</name>
        <message>
            <source> m per pixel</source>
            <translation> m par pixel</translation>
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
            <translation> avec le modèle {model}</translation>
        </message>
        <message>
            <source>1 band</source>
            <translation>1 bande</translation>
        </message>
        <message>
            <source>2–98 %</source>
            <translation>2–98 %</translation>
        </message>
        <message>
            <source>3 bands</source>
            <translation>3 bandes</translation>
        </message>
        <message>
            <source>A TOML file with everything that decides a training; empty: what suits a single raster.</source>
            <translation>Un fichier TOML avec tout ce qui détermine un entraînement ; vide : ce qui convient à un seul raster.</translation>
        </message>
        <message>
            <source>A class raster; 0 gives no polygons.</source>
            <translation>Un raster de classes ; 0 ne donne pas de polygones.</translation>
        </message>
        <message>
            <source>A downloaded model whose view of whole scenes makes classes more or less likely; untested. Empty: none.</source>
            <translation>Un modèle téléchargé dont le regard sur des scènes entières rend les classes plus ou moins probables ; non éprouvé. Vide : aucun.</translation>
        </message>
        <message>
            <source>A file with the classes (JSON, CSV or class text), as the panel exports it; replaces the typed ones.</source>
            <translation>Un fichier avec les classes (JSON, CSV ou texte), tel que le panneau l’exporte ; il remplace celles qui sont saisies.</translation>
        </message>
        <message>
            <source>A model of your own, as “softseg train” writes it, instead of the one above.</source>
            <translation>Votre propre modèle, tel que « softseg train » l’écrit, à la place de celui ci-dessus.</translation>
        </message>
        <message>
            <source>A program, or the folder of an environment, with the packages of SoftSeg's engine.lock</source>
            <translation>Un programme, ou le dossier d’un environnement, avec les paquets de l’engine.lock de SoftSeg</translation>
        </message>
        <message>
            <source>A trained model learns further from what it knows, which takes the fewest polygons; efficientnet_lite0 and downloaded models are encoders on which a network is trained from nothing.</source>
            <translation>Un modèle entraîné continue d’apprendre à partir de ce qu’il connaît, ce qui demande le moins de polygones ; efficientnet_lite0 et les modèles téléchargés sont des encodeurs sur lesquels un réseau est entraîné à partir de rien.</translation>
        </message>
        <message>
            <source>A waiting engine answers at once, but holds memory, on the graphics card too</source>
            <translation>Un moteur en attente répond aussitôt, mais occupe de la mémoire, sur la carte graphique aussi</translation>
        </message>
        <message>
            <source>A web page about all rasters: what was done, what failed and why, and what each class covers.</source>
            <translation>Une page web sur tous les rasters : ce qui a été fait, ce qui a échoué et pourquoi, et ce que couvre chaque classe.</translation>
        </message>
        <message>
            <source>A web page to read or to send to whoever helps.</source>
            <translation>Une page web à lire ou à envoyer à qui vous aide.</translation>
        </message>
        <message>
            <source>A web page with figures and pictures, which needs nothing beside it.</source>
            <translation>Une page web avec chiffres et images, qui n’a besoin d’aucun autre fichier.</translation>
        </message>
        <message>
            <source>A web page with map, areas and what made them</source>
            <translation>Une page web avec la carte, les surfaces et ce dont elles sont issues</translation>
        </message>
        <message>
            <source>Add Synonyms</source>
            <translation>Ajouter des synonymes</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Avancé</translation>
        </message>
        <message>
            <source>After a raster that fails</source>
            <translation>Après un raster qui échoue</translation>
        </message>
        <message>
            <source>Agriculture</source>
            <translation>Agriculture</translation>
        </message>
        <message>
            <source>All figures (JSON)</source>
            <translation>Tous les chiffres (JSON)</translation>
        </message>
        <message>
            <source>All figures, for programs.</source>
            <translation>Tous les chiffres, pour les programmes.</translation>
        </message>
        <message>
            <source>All of the raster</source>
            <translation>Tout le raster</translation>
        </message>
        <message>
            <source>All other packages</source>
            <translation>Tous les autres paquets</translation>
        </message>
        <message>
            <source>All packages (PyTorch, rasterio and others)</source>
            <translation>Tous les paquets (PyTorch, rasterio et autres)</translation>
        </message>
        <message>
            <source>All packages are there already</source>
            <translation>Tous les paquets sont déjà là</translation>
        </message>
        <message>
            <source>Always made: the class of each pixel, on the grid of the raster</source>
            <translation>Toujours produit : la classe de chaque pixel, sur la grille du raster</translation>
        </message>
        <message>
            <source>An empty or a new folder, not a temporary one; an older model in it is replaced.</source>
            <translation>Un dossier vide ou nouveau, non temporaire ; un modèle plus ancien qui s’y trouve est remplacé.</translation>
        </message>
        <message>
            <source>Another QGIS is setting up the engine: wait until it is done.</source>
            <translation>Un autre QGIS installe le moteur : attendez qu’il ait terminé.</translation>
        </message>
        <message>
            <source>Apple Graphics</source>
            <translation>Processeur graphique Apple</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Appliquer</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Zone</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Surface (m²)</translation>
        </message>
        <message>
            <source>Areas and figures of the run (JSON)</source>
            <translation>Surfaces et chiffres du calcul (JSON)</translation>
        </message>
        <message>
            <source>Areas of the classes (JSON)</source>
            <translation>Surfaces des classes (JSON)</translation>
        </message>
        <message>
            <source>As it is listed in the panel; empty: that of its folder.</source>
            <translation>Tel qu’il figure dans le panneau ; vide : celui de son dossier.</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>Auto</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatique</translation>
        </message>
        <message>
            <source>Automatic: Apple GPU</source>
            <translation>Automatique : GPU Apple</translation>
        </message>
        <message>
            <source>Automatic: NVIDIA graphics card</source>
            <translation>Automatique : carte graphique NVIDIA</translation>
        </message>
        <message>
            <source>Back to the panel</source>
            <translation>Retour au panneau</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>Équilibre</translation>
        </message>
        <message>
            <source>Balance of {name}</source>
            <translation>Équilibre de {name}</translation>
        </message>
        <message>
            <source>Band</source>
            <translation>Bande</translation>
        </message>
        <message>
            <source>Bands</source>
            <translation>Bandes</translation>
        </message>
        <message>
            <source>Begin with</source>
            <translation>Commencer par</translation>
        </message>
        <message>
            <source>Blue band</source>
            <translation>Bande bleue</translation>
        </message>
        <message>
            <source>Bring Back the Last List</source>
            <translation>Rétablir la liste précédente</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Cancelled; nothing was changed.</source>
            <translation>Annulé ; rien n’a été modifié.</translation>
        </message>
        <message>
            <source>Cancelling</source>
            <translation>Annulation en cours</translation>
        </message>
        <message>
            <source>Candidates in each place</source>
            <translation>Candidates à chaque endroit</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Modifier…</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Vérification…</translation>
        </message>
        <message>
            <source>Choose Model</source>
            <translation>Choisir un modèle</translation>
        </message>
        <message>
            <source>Choose Output</source>
            <translation>Choisir la sortie</translation>
        </message>
        <message>
            <source>Choose a raster first.</source>
            <translation>Choisissez d’abord un raster.</translation>
        </message>
        <message>
            <source>Choose all three bands, or leave all of them to the raster.</source>
            <translation>Choisissez les trois bandes, ou laissez-les toutes au raster.</translation>
        </message>
        <message>
            <source>Choose the colour</source>
            <translation>Choisir la couleur</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Classe</translation>
        </message>
        <message>
            <source>Class field</source>
            <translation>Champ de classe</translation>
        </message>
        <message>
            <source>Class lists</source>
            <translation>Listes de classes</translation>
        </message>
        <message>
            <source>Class name</source>
            <translation>Nom de la classe</translation>
        </message>
        <message>
            <source>Class polygons</source>
            <translation>Polygones de classes</translation>
        </message>
        <message>
            <source>Class raster</source>
            <translation>Raster de classes</translation>
        </message>
        <message>
            <source>Class raster to polygons</source>
            <translation>Raster de classes en polygones</translation>
        </message>
        <message>
            <source>Class set</source>
            <translation>Jeu de classes</translation>
        </message>
        <message>
            <source>Class sets (*.json *.csv *.txt)</source>
            <translation>Jeux de classes (*.json *.csv *.txt)</translation>
        </message>
        <message>
            <source>Class table (JSON)</source>
            <translation>Table des classes (JSON)</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Classes</translation>
        </message>
        <message>
            <source>Classes of the reference whose ground is not judged, like “clutter; 255”.</source>
            <translation>Classes de la référence dont le terrain n’est pas évalué, comme « divers; 255 ».</translation>
        </message>
        <message>
            <source>Classes that become part of others, one per line or with ; between them: “street=road; path=road”. The merged class is where any of them is.</source>
            <translation>Classes qui deviennent partie d’autres, une par ligne ou séparées par ; « rue=route; chemin=route ». La classe fusionnée est là où se trouve l’une d’elles.</translation>
        </message>
        <message>
            <source>Classes that it was trained on</source>
            <translation>Classes sur lesquelles il a été entraîné</translation>
        </message>
        <message>
            <source>Classes, one per line</source>
            <translation>Classes, une par ligne</translation>
        </message>
        <message>
            <source>Clearing up</source>
            <translation>Nettoyage</translation>
        </message>
        <message>
            <source>Coarser is faster and sees more surroundings; the output always has the raster's own grid</source>
            <translation>Plus grossier est plus rapide et voit plus d’environs ; la sortie garde toujours la grille du raster</translation>
        </message>
        <message>
            <source>Cohen's kappa</source>
            <translation>Kappa de Cohen</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Couleur</translation>
        </message>
        <message>
            <source>Colour of {name}</source>
            <translation>Couleur de {name}</translation>
        </message>
        <message>
            <source>Colour of {name}: {colour}</source>
            <translation>Couleur de {name} : {colour}</translation>
        </message>
        <message>
            <source>Compares a class raster, made by any program, with a reference, and shows where it is wrong.</source>
            <translation>Compare un raster de classes, produit par n’importe quel programme, à une référence et montre où il se trompe.</translation>
        </message>
        <message>
            <source>Compares a class raster, made by any program, with what is known of the ground: another class raster or polygons with a class field. The report shows the errors on a map, the confusion matrix, and for each class precision, recall, F1, IoU and boundary IoU.

Classes of equal names are compared; “Classes” says which is which where names differ. Where the reference knows nothing, nothing is judged.</source>
            <translation>Compare un raster de classes, produit par n’importe quel programme, à ce que l’on sait du terrain : un autre raster de classes ou des polygones avec un champ de classe. Le rapport montre les erreurs sur une carte, la matrice de confusion et, pour chaque classe, précision, rappel, F1, IoU et IoU de bord.

Les classes de même nom sont comparées ; « Classes » indique les correspondances là où les noms diffèrent. Là où la référence ne sait rien, rien n’est évalué.</translation>
        </message>
        <message>
            <source>Compute on</source>
            <translation>Calculer sur</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confiance</translation>
        </message>
        <message>
            <source>Confidence rasters too</source>
            <translation>Rasters de confiance aussi</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copié</translation>
        </message>
        <message>
            <source>Copy Areas</source>
            <translation>Copier les surfaces</translation>
        </message>
        <message>
            <source>Copy Report</source>
            <translation>Copier le rapport</translation>
        </message>
        <message>
            <source>Copy as Processing Command</source>
            <translation>Copier comme commande de traitement</translation>
        </message>
        <message>
            <source>Copying the map</source>
            <translation>Copie de la carte</translation>
        </message>
        <message>
            <source>Copying the map was cancelled.</source>
            <translation>La copie de la carte a été annulée.</translation>
        </message>
        <message>
            <source>Copying the map…</source>
            <translation>Copie de la carte…</translation>
        </message>
        <message>
            <source>Copying “{name}” was cancelled.</source>
            <translation>La copie de « {name} » a été annulée.</translation>
        </message>
        <message>
            <source>Copying…</source>
            <translation>Copie…</translation>
        </message>
        <message>
            <source>Cost rasters too</source>
            <translation>Rasters de coûts aussi</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>Coûts</translation>
        </message>
        <message>
            <source>Damage</source>
            <translation>Dégâts</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Dossier de données</translation>
        </message>
        <message>
            <source>Decide classes anew from costs</source>
            <translation>Décider à nouveau les classes à partir des coûts</translation>
        </message>
        <message>
            <source>Deciding…</source>
            <translation>Décision…</translation>
        </message>
        <message>
            <source>Delete the files of {title}? They can be fetched again.</source>
            <translation>Supprimer les fichiers de {title} ? Ils peuvent être récupérés de nouveau.</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Périphérique</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Download Model</source>
            <translation>Télécharger le modèle</translation>
        </message>
        <message>
            <source>Download models, or take them from a folder</source>
            <translation>Télécharger des modèles ou les prendre dans un dossier</translation>
        </message>
        <message>
            <source>Downloading {name} ({size} MB)</source>
            <translation>Téléchargement de {name} ({size} Mo)</translation>
        </message>
        <message>
            <source>Downloading {name} ({size} MB) and {others} more</source>
            <translation>Téléchargement de {name} ({size} Mo) et de {others} autres</translation>
        </message>
        <message>
            <source>Downloading…</source>
            <translation>Téléchargement…</translation>
        </message>
        <message>
            <source>Download…</source>
            <translation>Télécharger…</translation>
        </message>
        <message>
            <source>Draw Another</source>
            <translation>En dessiner une autre</translation>
        </message>
        <message>
            <source>Draw on Map</source>
            <translation>Dessiner sur la carte</translation>
        </message>
        <message>
            <source>Draw on the map: drag a rectangle, or click corners and close with a right click.</source>
            <translation>Dessinez sur la carte : tirez un rectangle, ou cliquez des sommets et fermez par un clic droit.</translation>
        </message>
        <message>
            <source>Draw polygons first: a few for each class, with a text field for its name.</source>
            <translation>Dessinez d’abord des polygones : quelques-uns par classe, avec un champ texte pour son nom.</translation>
        </message>
        <message>
            <source>Drawing polygons…</source>
            <translation>Tracé des polygones…</translation>
        </message>
        <message>
            <source>Drawn area</source>
            <translation>Zone dessinée</translation>
        </message>
        <message>
            <source>Each raster gets NAME_classes.tif there.</source>
            <translation>Chaque raster y reçoit NAME_classes.tif.</translation>
        </message>
        <message>
            <source>Energy</source>
            <translation>Énergie</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Moteur</translation>
        </message>
        <message>
            <source>Engine and device report</source>
            <translation>Rapport sur le moteur et le périphérique</translation>
        </message>
        <message>
            <source>Engine ready</source>
            <translation>Moteur prêt</translation>
        </message>
        <message>
            <source>Engine ready: it computes on {device}; set up in {time}.</source>
            <translation>Moteur prêt : il calcule sur {device} ; installé en {time}.</translation>
        </message>
        <message>
            <source>Esc gives up</source>
            <translation>Échap abandonne</translation>
        </message>
        <message>
            <source>Estimate the whole map</source>
            <translation>Estimer toute la carte</translation>
        </message>
        <message>
            <source>Everything else</source>
            <translation>Tout le reste</translation>
        </message>
        <message>
            <source>Export Classes</source>
            <translation>Exporter les classes</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Emprise</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Chiffres</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Fichiers</translation>
        </message>
        <message>
            <source>Fill holes up to, m²</source>
            <translation>Combler les trous jusqu’à, m²</translation>
        </message>
        <message>
            <source>Finds the balance that fits polygons whose class you know</source>
            <translation>Trouve l’équilibre qui convient à des polygones dont vous connaissez la classe</translation>
        </message>
        <message>
            <source>Finds the balance with which the classes fit polygons whose class you know. Draw two or more for each class, better five, all over the raster. What is learnt holds for this raster alone.</source>
            <translation>Trouve l’équilibre avec lequel les classes correspondent à des polygones dont vous connaissez la classe. Dessinez-en au moins deux par classe, mieux cinq, répartis sur tout le raster. Ce qui est appris ne vaut que pour ce raster.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in an aerial or satellite image, and writes a class raster with the pixels of the input: 1 is the first class, 0 is no data or unlabelled. Colours and names are inside.

The raster is cut into overlapping tiles whose results are blended, so that there are no seams. All is computed on this machine. Web maps (XYZ, WMS) are copied first, at the resolution and in the extent that you choose.

Keep the costs to decide anew later, without the model: “Decide classes anew from costs”.</source>
            <translation>Trouve les classes que vous saisissez dans une image aérienne ou satellite et écrit un raster de classes avec les pixels de l’entrée : 1 est la première classe, 0 signifie sans donnée ou non classé. Couleurs et noms y sont inclus.

Le raster est découpé en tuiles qui se recouvrent et dont les résultats sont fondus, sans coutures visibles. Tout est calculé sur cet ordinateur. Les cartes web (XYZ, WMS) sont d’abord copiées, à la résolution et dans l’emprise choisies.

Conservez les coûts pour décider à nouveau plus tard, sans le modèle : « Décider à nouveau les classes à partir des coûts ».</translation>
        </message>
        <message>
            <source>Finds the classes that you type in an aerial or satellite image.</source>
            <translation>Trouve les classes que vous saisissez dans une image aérienne ou satellite.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in every raster of a folder, with one model that is loaded once. Each raster gets a class raster of its own name in the output folder.

A raster that cannot be segmented is skipped and reported, or stops the batch, as you choose. What an earlier batch with the same settings has finished is not computed again, so that a batch which was cancelled goes on where it was.</source>
            <translation>Trouve les classes que vous saisissez dans chaque raster d’un dossier, avec un modèle chargé une seule fois. Chaque raster reçoit un raster de classes à son nom dans le dossier de sortie.

Un raster qui ne peut pas être segmenté est sauté et signalé, ou arrête le lot, selon votre choix. Ce qu’un lot précédent aux mêmes réglages a terminé n’est pas recalculé : un lot annulé reprend là où il en était.</translation>
        </message>
        <message>
            <source>Finds the classes that you type in every raster of a folder.</source>
            <translation>Trouve les classes que vous saisissez dans chaque raster d’un dossier.</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Folder for the Results</source>
            <translation>Dossier des résultats</translation>
        </message>
        <message>
            <source>Folder for the results</source>
            <translation>Dossier des résultats</translation>
        </message>
        <message>
            <source>Folder of a Model</source>
            <translation>Dossier d’un modèle</translation>
        </message>
        <message>
            <source>Folder of another model</source>
            <translation>Dossier d’un autre modèle</translation>
        </message>
        <message>
            <source>Folder of packages</source>
            <translation>Dossier de paquets</translation>
        </message>
        <message>
            <source>Folder of the model</source>
            <translation>Dossier du modèle</translation>
        </message>
        <message>
            <source>Folder with the Files of {title}</source>
            <translation>Dossier contenant les fichiers de {title}</translation>
        </message>
        <message>
            <source>For multispectral models: what is added to the raster's numbers, like -1000 for products of Sentinel-2 from 2022 on. Empty: what the raster declares.</source>
            <translation>Pour les modèles multispectraux : ce qui est ajouté aux nombres du raster, par exemple -1000 pour les produits Sentinel-2 à partir de 2022. Vide : ce que le raster déclare.</translation>
        </message>
        <message>
            <source>Forest</source>
            <translation>Forêt</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Oublier</translation>
        </message>
        <message>
            <source>From Folder…</source>
            <translation>Depuis un dossier…</translation>
        </message>
        <message>
            <source>GeoPackage with one polygon per patch: class, area, mean confidence.</source>
            <translation>GeoPackage avec un polygone par parcelle : classe, surface, confiance moyenne.</translation>
        </message>
        <message>
            <source>GeoTIFF with the pixels of the costs.</source>
            <translation>GeoTIFF avec les pixels des coûts.</translation>
        </message>
        <message>
            <source>GeoTIFF with the pixels of the input.</source>
            <translation>GeoTIFF avec les pixels de l’entrée.</translation>
        </message>
        <message>
            <source>Getting packages</source>
            <translation>Récupération des paquets</translation>
        </message>
        <message>
            <source>Give {name} less or more of the map; a double click takes it back</source>
            <translation>Donner à {name} moins ou plus de la carte ; un double clic annule</translation>
        </message>
        <message>
            <source>Go on with a training that was stopped</source>
            <translation>Reprendre un entraînement arrêté</translation>
        </message>
        <message>
            <source>Go on?</source>
            <translation>Continuer ?</translation>
        </message>
        <message>
            <source>Good For</source>
            <translation>Adapté à</translation>
        </message>
        <message>
            <source>Green band</source>
            <translation>Bande verte</translation>
        </message>
        <message>
            <source>Ground resolution that the model looks at, in metres per pixel. Empty: what suits the model; 0: the raster's own. The result has the raster's pixels in any case.</source>
            <translation>Résolution au sol à laquelle le modèle regarde, en mètres par pixel. Vide : celle qui convient au modèle ; 0 : celle du raster. Le résultat a toujours les pixels du raster.</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>How far an edge may move; 0: edges stay on pixel edges. The size of a pixel takes the steps away.</source>
            <translation>De combien un bord peut se déplacer ; 0 : les bords restent sur ceux des pixels. La taille d’un pixel supprime les marches.</translation>
        </message>
        <message>
            <source>How far neighbouring tiles overlap, as a share of a tile's side; results are blended there.</source>
            <translation>De combien les tuiles voisines se recouvrent, en part du côté d’une tuile ; les résultats y sont fondus.</translation>
        </message>
        <message>
            <source>How far neighbouring tiles overlap; more is slower and smoother</source>
            <translation>De combien les tuiles voisines se recouvrent ; plus est plus lent et plus lisse</translation>
        </message>
        <message>
            <source>How long to train; 0: as the recipe says, or 300 for a trained model and 600 for an encoder.</source>
            <translation>Durée de l’entraînement ; 0 : comme l’indique la recette, sinon 300 pour un modèle entraîné et 600 pour un encodeur.</translation>
        </message>
        <message>
            <source>How many tiles are computed at once; 0: chosen for the device.</source>
            <translation>Combien de tuiles sont calculées à la fois ; 0 : selon le périphérique.</translation>
        </message>
        <message>
            <source>How near to an edge counts for the boundary IoU; 0 leaves it out.</source>
            <translation>À quelle distance d’un bord on compte pour l’IoU de bord ; 0 l’omet.</translation>
        </message>
        <message>
            <source>How often corners are cut; small gaps open where three classes meet.</source>
            <translation>Combien de fois les coins sont coupés ; de petits vides s’ouvrent là où trois classes se rencontrent.</translation>
        </message>
        <message>
            <source>How sure each pixel's class is, from 0 to 1.</source>
            <translation>À quel point la classe de chaque pixel est sûre, de 0 à 1.</translation>
        </message>
        <message>
            <source>How sure each pixel's class is, from 0 to 1: NAME_confidence.tif.</source>
            <translation>À quel point la classe de chaque pixel est sûre, de 0 à 1 : NAME_confidence.tif.</translation>
        </message>
        <message>
            <source>How sure the model is of each pixel, 0 to 1</source>
            <translation>À quel point le modèle est sûr de chaque pixel, 0 à 1</translation>
        </message>
        <message>
            <source>How they reach the words; auto takes what suits the model. Trained models have one way only.</source>
            <translation>Comment ils rejoignent les mots ; auto prend ce qui convient au modèle. Les modèles entraînés n’ont qu’une seule voie.</translation>
        </message>
        <message>
            <source>How values become brightness, once for the whole raster: auto leaves 8-bit rasters as they are and stretches all others from the 2nd to the 98th percentile.</source>
            <translation>Comment les valeurs deviennent de la luminosité, une fois pour tout le raster : auto laisse les rasters 8 bits tels quels et étire les autres du 2e au 98e centile.</translation>
        </message>
        <message>
            <source>How values that are not 8 bit become brightness; one stretch for the whole raster</source>
            <translation>Comment les valeurs qui ne sont pas sur 8 bits deviennent de la luminosité ; un seul étirement pour tout le raster</translation>
        </message>
        <message>
            <source>Import Classes</source>
            <translation>Importer des classes</translation>
        </message>
        <message>
            <source>Import Model</source>
            <translation>Importer le modèle</translation>
        </message>
        <message>
            <source>Import from Folder…</source>
            <translation>Importer depuis un dossier…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importer…</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>Utilisé</translation>
        </message>
        <message>
            <source>Inference</source>
            <translation>Inférence</translation>
        </message>
        <message>
            <source>Inside an area that you draw on the map</source>
            <translation>Dans une zone que vous dessinez sur la carte</translation>
        </message>
        <message>
            <source>Inside the polygons of a layer</source>
            <translation>Dans les polygones d’une couche</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Installer</translation>
        </message>
        <message>
            <source>Install for me</source>
            <translation>Installer pour moi</translation>
        </message>
        <message>
            <source>Install from a folder of packages (offline)…</source>
            <translation>Installer depuis un dossier de paquets (hors ligne)…</translation>
        </message>
        <message>
            <source>Installing packages</source>
            <translation>Installation des paquets</translation>
        </message>
        <message>
            <source>Instead of one for each patch.</source>
            <translation>Au lieu d’une par parcelle.</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
        <message>
            <source>Keep this raster</source>
            <translation>Garder ce raster</translation>
        </message>
        <message>
            <source>Keep this raster, whichever layer is active</source>
            <translation>Garder ce raster, quelle que soit la couche active</translation>
        </message>
        <message>
            <source>Keep what deciding again needs beside the other files, for later sessions</source>
            <translation>Conserver à côté des autres fichiers ce qu’il faut pour décider à nouveau plus tard</translation>
        </message>
        <message>
            <source>Land cover</source>
            <translation>Occupation du sol</translation>
        </message>
        <message>
            <source>Last Result</source>
            <translation>Dernier résultat</translation>
        </message>
        <message>
            <source>Last Result: {name}</source>
            <translation>Dernier résultat : {name}</translation>
        </message>
        <message>
            <source>Learn from My Polygons</source>
            <translation>Apprendre de mes polygones</translation>
        </message>
        <message>
            <source>Learn from My Polygons…</source>
            <translation>Apprendre de mes polygones…</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Laisser de côté</translation>
        </message>
        <message>
            <source>Leave out what is finished</source>
            <translation>Laisser de côté ce qui est fini</translation>
        </message>
        <message>
            <source>Leave this class out of the next run</source>
            <translation>Laisser cette classe de côté au prochain calcul</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Licence</translation>
        </message>
        <message>
            <source>Licence: {licence}</source>
            <translation>Licence : {licence}</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>Chargement du modèle…</translation>
        </message>
        <message>
            <source>Look for this class again</source>
            <translation>Rechercher de nouveau cette classe</translation>
        </message>
        <message>
            <source>Looking at the models…</source>
            <translation>Examen des modèles…</translation>
        </message>
        <message>
            <source>Looking at the raster…</source>
            <translation>Examen du raster…</translation>
        </message>
        <message>
            <source>Looking for uv, the installer</source>
            <translation>Recherche de uv, l’installateur</translation>
        </message>
        <message>
            <source>Looking up packages</source>
            <translation>Recherche des paquets</translation>
        </message>
        <message>
            <source>Made for {finest:g} to {coarsest:g} m per pixel</source>
            <translation>Conçu pour {finest:g} à {coarsest:g} m par pixel</translation>
        </message>
        <message>
            <source>Makes another class raster of the costs that a run has kept, in seconds.</source>
            <translation>Fait en quelques secondes un autre raster de classes à partir des coûts conservés d’un calcul.</translation>
        </message>
        <message>
            <source>Makes another class raster of the costs that “Segment raster by class names” has kept: with another balance between the classes, with unsure pixels left out, without small patches, or with classes that become part of others. No model is needed, so it takes seconds.</source>
            <translation>Fait un autre raster de classes à partir des coûts que « Segmenter un raster par noms de classes » a conservés : avec un autre équilibre entre les classes, sans les pixels incertains, sans les petites parcelles ou avec des classes qui deviennent partie d’autres. Aucun modèle n’est nécessaire, cela prend quelques secondes.</translation>
        </message>
        <message>
            <source>Makes one polygon of each patch of a class raster, with class, area on the ellipsoid, perimeter and, where a confidence raster is given, mean confidence. Edges lie on pixel edges. Simplified edges are the same for both neighbours, so that no gaps or overlaps open.</source>
            <translation>Fait un polygone de chaque parcelle d’un raster de classes, avec classe, surface sur l’ellipsoïde, périmètre et, si un raster de confiance est donné, confiance moyenne. Les bords suivent ceux des pixels. Les bords simplifiés sont les mêmes pour les deux voisins : ni vides ni recouvrements.</translation>
        </message>
        <message>
            <source>Makes polygons of a class raster, simplified without gaps between neighbours.</source>
            <translation>Fait des polygones d’un raster de classes, simplifiés sans vides entre voisins.</translation>
        </message>
        <message>
            <source>Making the environment</source>
            <translation>Création de l’environnement</translation>
        </message>
        <message>
            <source>Mean IoU, 0 to 1</source>
            <translation>IoU moyen, 0 à 1</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Fusionner</translation>
        </message>
        <message>
            <source>Merge Into</source>
            <translation>Fusionner avec</translation>
        </message>
        <message>
            <source>Mind: {concern}.</source>
            <translation>Attention : {concern}.</translation>
        </message>
        <message>
            <source>Minimum–Maximum</source>
            <translation>Minimum–maximum</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modèle</translation>
        </message>
        <message>
            <source>Model that weighs whole scenes</source>
            <translation>Modèle qui pondère des scènes entières</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Plus</translation>
        </message>
        <message>
            <source>More Models…</source>
            <translation>Autres modèles…</translation>
        </message>
        <message>
            <source>More for {name}</source>
            <translation>Plus pour {name}</translation>
        </message>
        <message>
            <source>Mosaic</source>
            <translation>Mosaïque</translation>
        </message>
        <message>
            <source>Mosaic of the class rasters</source>
            <translation>Mosaïque des rasters de classes</translation>
        </message>
        <message>
            <source>Move Down</source>
            <translation>Descendre</translation>
        </message>
        <message>
            <source>Move Up</source>
            <translation>Monter</translation>
        </message>
        <message>
            <source>Move, merge or remove this class</source>
            <translation>Déplacer, fusionner ou retirer cette classe</translation>
        </message>
        <message>
            <source>NVIDIA Graphics Card</source>
            <translation>Carte graphique NVIDIA</translation>
        </message>
        <message>
            <source>Name of the model</source>
            <translation>Nom du modèle</translation>
        </message>
        <message>
            <source>Names with ; between them; empty: all classes.</source>
            <translation>Noms séparés par ; vide : toutes les classes.</translation>
        </message>
        <message>
            <source>New class</source>
            <translation>Nouvelle classe</translation>
        </message>
        <message>
            <source>No polygon has one of the classes in this field: {names}.</source>
            <translation>Aucun polygone n’a l’une des classes dans ce champ : {names}.</translation>
        </message>
        <message>
            <source>No polygon of “{name}” is selected.</source>
            <translation>Aucun polygone de « {name} » n’est sélectionné.</translation>
        </message>
        <message>
            <source>No synonyms</source>
            <translation>Aucun synonyme</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Aucun</translation>
        </message>
        <message>
            <source>Not set up yet.</source>
            <translation>Pas encore installé.</translation>
        </message>
        <message>
            <source>Nothing is changed: on polygons that were left out of learning, no balance was better.</source>
            <translation>Rien n’est modifié : sur les polygones exclus de l’apprentissage, aucun équilibre n’était meilleur.</translation>
        </message>
        <message>
            <source>Nothing.</source>
            <translation>Rien.</translation>
        </message>
        <message>
            <source>Number of tiles</source>
            <translation>Nombre de tuiles</translation>
        </message>
        <message>
            <source>Of each class, {after} in place of {before} are found on average, on polygons that were left out of learning. It holds for this raster alone; Apply shows it.</source>
            <translation>De chaque classe, {after} au lieu de {before} sont trouvés en moyenne, sur les polygones exclus de l’apprentissage. Cela ne vaut que pour ce raster ; « Appliquer » le montre.</translation>
        </message>
        <message>
            <source>Of more than eight classes a tile is searched only for those that are among so many likeliest ones somewhere in it; 0: for all, which takes longer.</source>
            <translation>Au-delà de huit classes, on ne cherche dans une tuile que celles qui y sont quelque part parmi autant de plus probables ; 0 : toutes, ce qui prend plus de temps.</translation>
        </message>
        <message>
            <source>One band per class: what the classes were decided from, and can be decided anew from.</source>
            <translation>Une bande par classe : ce dont les classes ont été décidées et peuvent l’être à nouveau.</translation>
        </message>
        <message>
            <source>One band, or three for red, green and blue, as 4,3,2; for a multispectral model one for each band that it reads, 0 for none. Empty: as the raster says itself.</source>
            <translation>Une bande, ou trois pour le rouge, le vert et le bleu, par exemple 4,3,2 ; pour un modèle multispectral, une pour chaque bande qu’il lit, 0 si elle manque. Vide : selon le raster lui-même.</translation>
        </message>
        <message>
            <source>One class per line, or with ; between them: “name: prompt, prompt #rrggbb”. The prompts are what the model reads instead of the name, in English at best; they and the colour may be left out. Example: building: roof, house #d7191c; road; tree; water: river, lake</source>
            <translation>Une classe par ligne, ou séparées par ; « nom: mot, mot #rrggbb ». Les mots sont ce que le modèle lit à la place du nom, de préférence en anglais ; eux et la couleur peuvent manquer. Exemple : bâtiment: roof, house #d7191c; route: road; arbre: tree; eau: river, lake</translation>
        </message>
        <message>
            <source>One class, or several with commas between. Synonyms and a colour may follow: water: river, lake #3a7fc4</source>
            <translation>Une classe, ou plusieurs séparées par des virgules. Des synonymes et une couleur peuvent suivre : eau: river, lake #3a7fc4</translation>
        </message>
        <message>
            <source>One feature per class</source>
            <translation>Une entité par classe</translation>
        </message>
        <message>
            <source>One polygon per patch with class, area and mean confidence: NAME_classes.gpkg.</source>
            <translation>Un polygone par parcelle avec classe, surface et confiance moyenne : NAME_classes.gpkg.</translation>
        </message>
        <message>
            <source>Only inside of polygons</source>
            <translation>Seulement à l’intérieur de polygones</translation>
        </message>
        <message>
            <source>Only these classes</source>
            <translation>Seulement ces classes</translation>
        </message>
        <message>
            <source>Open one…</source>
            <translation>En ouvrir un…</translation>
        </message>
        <message>
            <source>OpenEarthMap</source>
            <translation>OpenEarthMap</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Options</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>Options…</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Sortie</translation>
        </message>
        <message>
            <source>Output folder</source>
            <translation>Dossier de sortie</translation>
        </message>
        <message>
            <source>Output: {parts} ({place})</source>
            <translation>Sortie : {parts} ({place})</translation>
        </message>
        <message>
            <source>Overall accuracy, 0 to 1</source>
            <translation>Exactitude globale, 0 à 1</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>Recouvrement</translation>
        </message>
        <message>
            <source>Paste List</source>
            <translation>Coller une liste</translation>
        </message>
        <message>
            <source>Paste, import, export, or take classes from a layer</source>
            <translation>Coller, importer, exporter des classes ou les prendre d’une couche</translation>
        </message>
        <message>
            <source>Patches as polygons with class and area</source>
            <translation>Parcelles en polygones avec classe et surface</translation>
        </message>
        <message>
            <source>Patches of a model that was not trained for maps</source>
            <translation>Patchs d’un modèle qui n’a pas été entraîné pour les cartes</translation>
        </message>
        <message>
            <source>Pixels of {resolution} are coarser than the model knows ({coarsest}): expect rough results.</source>
            <translation>Des pixels de {resolution} sont plus grossiers que ce que le modèle connaît ({coarsest}) : attendez-vous à des résultats approximatifs.</translation>
        </message>
        <message>
            <source>Pixels outside of these polygons stay unlabelled.</source>
            <translation>Les pixels hors de ces polygones restent non classés.</translation>
        </message>
        <message>
            <source>Pixels whose confidence is lower stay unlabelled, from 0 (none) to 1.</source>
            <translation>Les pixels de confiance inférieure restent non classés, de 0 (aucun) à 1.</translation>
        </message>
        <message>
            <source>Polygon layer</source>
            <translation>Couche de polygones</translation>
        </message>
        <message>
            <source>Polygons</source>
            <translation>Polygones</translation>
        </message>
        <message>
            <source>Polygons on the image, in any coordinate system.</source>
            <translation>Des polygones sur l’image, dans n’importe quel système de coordonnées.</translation>
        </message>
        <message>
            <source>Polygons too</source>
            <translation>Polygones aussi</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Modèle de liste</translation>
        </message>
        <message>
            <source>Preview Here</source>
            <translation>Aperçu ici</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Processeur</translation>
        </message>
        <message>
            <source>Processor only</source>
            <translation>Processeur seulement</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progression</translation>
        </message>
        <message>
            <source>Progress of the run</source>
            <translation>Progression du calcul</translation>
        </message>
        <message>
            <source>Progress of the set-up</source>
            <translation>Progression de l’installation</translation>
        </message>
        <message>
            <source>Prompts of a class</source>
            <translation>Mots d’une classe</translation>
        </message>
        <message>
            <source>PyTorch no longer comes for Macs with an Intel processor: use a Python of your own.</source>
            <translation>PyTorch n’existe plus pour les Mac à processeur Intel : utilisez votre propre Python.</translation>
        </message>
        <message>
            <source>Python program</source>
            <translation>Programme Python</translation>
        </message>
        <message>
            <source>Python, where this computer has none from 3.10 to 3.14</source>
            <translation>Python, si cet ordinateur n’en a pas entre 3.10 et 3.14</translation>
        </message>
        <message>
            <source>QGIS removes temporary folders when it closes: choose a folder to keep the model in.</source>
            <translation>QGIS supprime les dossiers temporaires à sa fermeture : choisissez un dossier où garder le modèle.</translation>
        </message>
        <message>
            <source>Quality report of a class raster</source>
            <translation>Rapport de qualité d’un raster de classes</translation>
        </message>
        <message>
            <source>Raster</source>
            <translation>Raster</translation>
        </message>
        <message>
            <source>Rasters that failed</source>
            <translation>Rasters en échec</translation>
        </message>
        <message>
            <source>Rasters that were finished before</source>
            <translation>Rasters déjà terminés</translation>
        </message>
        <message>
            <source>Rasters that were segmented</source>
            <translation>Rasters segmentés</translation>
        </message>
        <message>
            <source>Reach of edges, pixels</source>
            <translation>Portée des bords, pixels</translation>
        </message>
        <message>
            <source>Read the files, and compare them with what came first</source>
            <translation>Lire les fichiers et les comparer à ce qui est arrivé d’abord</translation>
        </message>
        <message>
            <source>Reading the class names…</source>
            <translation>Lecture des noms de classes…</translation>
        </message>
        <message>
            <source>Reads</source>
            <translation>Lit</translation>
        </message>
        <message>
            <source>Reads {count} bands of Sentinel-2</source>
            <translation>Lit {count} bandes de Sentinel-2</translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation>Recette</translation>
        </message>
        <message>
            <source>Red band</source>
            <translation>Bande rouge</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Référence</translation>
        </message>
        <message>
            <source>Reflectance offset</source>
            <translation>Décalage de réflectance</translation>
        </message>
        <message>
            <source>Reload SoftSeg</source>
            <translation>Recharger SoftSeg</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Remove All</source>
            <translation>Tout retirer</translation>
        </message>
        <message>
            <source>Remove Model</source>
            <translation>Retirer le modèle</translation>
        </message>
        <message>
            <source>Replace the list by one for a kind of work</source>
            <translation>Remplacer la liste par une autre, adaptée à un type de travail</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>Rapport…</translation>
        </message>
        <message>
            <source>Revision of the model</source>
            <translation>Révision du modèle</translation>
        </message>
        <message>
            <source>Run Again</source>
            <translation>Relancer</translation>
        </message>
        <message>
            <source>Sealed surfaces</source>
            <translation>Surfaces imperméables</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>Segmenter</translation>
        </message>
        <message>
            <source>Segment Folder…</source>
            <translation>Segmenter un dossier…</translation>
        </message>
        <message>
            <source>Segment about 1000 × 1000 pixels in the middle of the map, into a temporary layer</source>
            <translation>Segmenter environ 1000 × 1000 pixels au milieu de la carte, dans une couche temporaire</translation>
        </message>
        <message>
            <source>Segment folder of rasters</source>
            <translation>Segmenter un dossier de rasters</translation>
        </message>
        <message>
            <source>Segment into classes (SoftSeg)</source>
            <translation>Segmenter en classes (SoftSeg)</translation>
        </message>
        <message>
            <source>Segment into {classes}</source>
            <translation>Segmenter en {classes}</translation>
        </message>
        <message>
            <source>Segment raster by class names</source>
            <translation>Segmenter un raster par noms de classes</translation>
        </message>
        <message>
            <source>Segment the area into the classes (Ctrl+Enter)</source>
            <translation>Segmenter la zone selon les classes (Ctrl+Entrée)</translation>
        </message>
        <message>
            <source>Segment with SoftSeg…</source>
            <translation>Segmenter avec SoftSeg…</translation>
        </message>
        <message>
            <source>Segment with this model from now on</source>
            <translation>Segmenter désormais avec ce modèle</translation>
        </message>
        <message>
            <source>Segmentation</source>
            <translation>Segmentation</translation>
        </message>
        <message>
            <source>Segmenting…</source>
            <translation>Segmentation…</translation>
        </message>
        <message>
            <source>Selected polygons only</source>
            <translation>Polygones sélectionnés seulement</translation>
        </message>
        <message>
            <source>Set Up Engine</source>
            <translation>Installer le moteur</translation>
        </message>
        <message>
            <source>Set Up…</source>
            <translation>Installer…</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Part</translation>
        </message>
        <message>
            <source>Show or hide: {title}</source>
            <translation>Afficher ou masquer : {title}</translation>
        </message>
        <message>
            <source>Show these classes wherever they win</source>
            <translation>Montrer ces classes partout où elles l’emportent</translation>
        </message>
        <message>
            <source>Side of the squares that are computed at once; smaller ones need less memory</source>
            <translation>Côté des carrés calculés à la fois ; des plus petits demandent moins de mémoire</translation>
        </message>
        <message>
            <source>Side of the tiles that the model sees at once, in pixels of its working resolution; 0: chosen for it.</source>
            <translation>Côté des tuiles que le modèle voit à la fois, en pixels de sa résolution de travail ; 0 : choisi pour lui.</translation>
        </message>
        <message>
            <source>Simplify, m</source>
            <translation>Simplifier, m</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <source>Smaller patches are given to the classes around them.</source>
            <translation>Les parcelles plus petites sont données aux classes qui les entourent.</translation>
        </message>
        <message>
            <source>Smaller patches go to the classes around them</source>
            <translation>Les parcelles plus petites vont aux classes qui les entourent</translation>
        </message>
        <message>
            <source>Smaller polygons are left out, which leaves holes: a run's own smallest patch leaves none.</source>
            <translation>Les polygones plus petits sont omis, ce qui laisse des trous : la plus petite parcelle d’un calcul n’en laisse pas.</translation>
        </message>
        <message>
            <source>Smallest patch</source>
            <translation>Plus petite parcelle</translation>
        </message>
        <message>
            <source>Smallest patch, m²</source>
            <translation>Plus petite parcelle, m²</translation>
        </message>
        <message>
            <source>Smallest polygon, m²</source>
            <translation>Plus petit polygone, m²</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>Lisser</translation>
        </message>
        <message>
            <source>SoftSeg</source>
            <translation>SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Engine</source>
            <translation>Moteur SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Help</source>
            <translation>Aide de SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Models</source>
            <translation>Modèles SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg Panel</source>
            <translation>Panneau SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg has no engine yet: open the SoftSeg panel and set it up.</source>
            <translation>SoftSeg n’a pas encore de moteur : ouvrez le panneau SoftSeg et installez-le.</translation>
        </message>
        <message>
            <source>SoftSeg has no engine yet: set it up first.</source>
            <translation>SoftSeg n’a pas encore de moteur : installez-le d’abord.</translation>
        </message>
        <message>
            <source>SoftSeg needs an engine of its own: Python with PyTorch and rasterio. QGIS itself is not changed.</source>
            <translation>SoftSeg a besoin de son propre moteur : Python avec PyTorch et rasterio. QGIS lui-même n’est pas modifié.</translation>
        </message>
        <message>
            <source>SoftSeg preview</source>
            <translation>Aperçu SoftSeg</translation>
        </message>
        <message>
            <source>SoftSeg was replaced by another version while QGIS was running: load it again.</source>
            <translation>SoftSeg a été remplacé par une autre version pendant que QGIS tournait : rechargez-le.</translation>
        </message>
        <message>
            <source>SoftSeg – {layer}</source>
            <translation>SoftSeg – {layer}</translation>
        </message>
        <message>
            <source>SoftSeg: class maps from typed names</source>
            <translation>SoftSeg : cartes de classes à partir de noms saisis</translation>
        </message>
        <message>
            <source>SoftSeg: copying the map</source>
            <translation>SoftSeg : copie de la carte</translation>
        </message>
        <message>
            <source>SoftSeg: engine and device report</source>
            <translation>SoftSeg : rapport sur le moteur et le périphérique</translation>
        </message>
        <message>
            <source>Something went wrong inside SoftSeg ({kind}); please report it.</source>
            <translation>Une erreur s’est produite dans SoftSeg ({kind}) ; merci de la signaler.</translation>
        </message>
        <message>
            <source>Starting the engine…</source>
            <translation>Démarrage du moteur…</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Démarrage…</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Pas</translation>
        </message>
        <message>
            <source>Stop the run (Esc)</source>
            <translation>Arrêter le calcul (Échap)</translation>
        </message>
        <message>
            <source>Stop the waiting engine after</source>
            <translation>Arrêter le moteur en attente après</translation>
        </message>
        <message>
            <source>Stop what is under way? What has come of a download is kept.</source>
            <translation>Arrêter ce qui est en cours ? Ce qui est déjà téléchargé est conservé.</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Arrêt…</translation>
        </message>
        <message>
            <source>Stretch</source>
            <translation>Étirement</translation>
        </message>
        <message>
            <source>Sub-folders too</source>
            <translation>Sous-dossiers aussi</translation>
        </message>
        <message>
            <source>Synonyms</source>
            <translation>Synonymes</translation>
        </message>
        <message>
            <source>Synonyms of {name}</source>
            <translation>Synonymes de {name}</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tableau</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Tableau (*.csv)</translation>
        </message>
        <message>
            <source>Take from Layer Legend</source>
            <translation>Prendre dans la légende d’une couche</translation>
        </message>
        <message>
            <source>Take the reference for a sample that was drawn at random within each class of the map.</source>
            <translation>Considérer la référence comme un échantillon tiré au hasard dans chaque classe de la carte.</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <source>That folder holds a training that was stopped: switch on “Go on with a training that was stopped”, or choose another folder.</source>
            <translation>Ce dossier contient un entraînement arrêté : activez « Reprendre un entraînement arrêté » ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>That folder holds no model: {file} is missing.</source>
            <translation>Ce dossier ne contient pas de modèle : {file} manque.</translation>
        </message>
        <message>
            <source>The Fastest That Works</source>
            <translation>Le plus rapide qui fonctionne</translation>
        </message>
        <message>
            <source>The area cannot be brought to the coordinate system of “{name}”.</source>
            <translation>La zone ne peut pas être transformée dans le système de coordonnées de « {name} ».</translation>
        </message>
        <message>
            <source>The area cannot be written to {path}.</source>
            <translation>La zone ne peut pas être écrite dans {path}.</translation>
        </message>
        <message>
            <source>The area does not touch “{name}”: move the map there, or choose another area.</source>
            <translation>La zone ne touche pas « {name} » : déplacez-y la carte ou choisissez une autre zone.</translation>
        </message>
        <message>
            <source>The band with the classes, for rasters of several bands.</source>
            <translation>La bande qui contient les classes, pour les rasters à plusieurs bandes.</translation>
        </message>
        <message>
            <source>The class layer is no longer in the project.</source>
            <translation>La couche de classes n’est plus dans le projet.</translation>
        </message>
        <message>
            <source>The class polygons are written as GeoPackage: choose a file that ends in .gpkg.</source>
            <translation>Les polygones de classes sont écrits en GeoPackage : choisissez un fichier qui finit par .gpkg.</translation>
        </message>
        <message>
            <source>The command is on the clipboard.</source>
            <translation>La commande est dans le presse-papiers.</translation>
        </message>
        <message>
            <source>The confidence raster of the same run, for the mean confidence of each polygon.</source>
            <translation>Le raster de confiance du même calcul, pour la confiance moyenne de chaque polygone.</translation>
        </message>
        <message>
            <source>The cost raster that a run has kept.</source>
            <translation>Le raster de coûts qu’un calcul a conservé.</translation>
        </message>
        <message>
            <source>The disk has too little room for costs, so this cannot be decided again.</source>
            <translation>Le disque manque de place pour les coûts : impossible de décider à nouveau.</translation>
        </message>
        <message>
            <source>The disk has {free} free, but {needed} are needed: free some space or choose another folder.</source>
            <translation>Le disque a {free} de libre, mais il faut {needed} : libérez de l’espace ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>The disk is full: free some space or choose another folder.</source>
            <translation>Le disque est plein : libérez de l’espace ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>The engine cannot be started: set it up again.</source>
            <translation>Le moteur ne peut pas démarrer : réinstallez-le.</translation>
        </message>
        <message>
            <source>The engine crashed (signal {number}): try again.</source>
            <translation>Le moteur a planté (signal {number}) : réessayez.</translation>
        </message>
        <message>
            <source>The engine does not start ({reason}): set it up again.</source>
            <translation>Le moteur ne démarre pas ({reason}) : réinstallez-le.</translation>
        </message>
        <message>
            <source>The engine ended unexpectedly (exit code {code}): try again.</source>
            <translation>Le moteur s’est arrêté de façon inattendue (code {code}) : réessayez.</translation>
        </message>
        <message>
            <source>The engine has not answered for too long, so it was ended: try again.</source>
            <translation>Le moteur n’a pas répondu pendant trop longtemps et a été arrêté : réessayez.</translation>
        </message>
        <message>
            <source>The engine is still being set up. Stop that, and keep what was in use before?</source>
            <translation>Le moteur est encore en cours d’installation. Faut-il l’arrêter et garder ce qui était utilisé auparavant ?</translation>
        </message>
        <message>
            <source>The engine was stopped; nothing was written.</source>
            <translation>Le moteur a été arrêté ; rien n’a été écrit.</translation>
        </message>
        <message>
            <source>The field of the polygons that holds the class; not needed where there is only one.</source>
            <translation>Le champ des polygones qui contient la classe ; inutile s’il n’y en a qu’un.</translation>
        </message>
        <message>
            <source>The field that names the class inside each polygon; English words help, since the model reads them.</source>
            <translation>Le champ qui nomme la classe de chaque polygone ; des mots anglais aident, car le modèle les lit.</translation>
        </message>
        <message>
            <source>The figures of each class.</source>
            <translation>Les chiffres de chaque classe.</translation>
        </message>
        <message>
            <source>The figures {path} cannot be written.</source>
            <translation>Les chiffres {path} ne peuvent pas être écrits.</translation>
        </message>
        <message>
            <source>The files of the run cannot be written ({reason}): choose another output or free some space.</source>
            <translation>Les fichiers du calcul ne peuvent pas être écrits ({reason}) : choisissez une autre sortie ou libérez de l’espace.</translation>
        </message>
        <message>
            <source>The folder cannot be written ({reason}).</source>
            <translation>Impossible d’écrire dans le dossier ({reason}).</translation>
        </message>
        <message>
            <source>The folder cannot be written: choose another one, or allow it in the virus scanner.</source>
            <translation>Impossible d’écrire dans le dossier : choisissez-en un autre ou autorisez-le dans l’antivirus.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written: choose another one.</source>
            <translation>Impossible d’écrire dans le dossier {folder} : choisissez-en un autre.</translation>
        </message>
        <message>
            <source>The folder {folder} holds no packages (*.whl).</source>
            <translation>Le dossier {folder} ne contient pas de paquets (*.whl).</translation>
        </message>
        <message>
            <source>The graphics card stopped working during the run: try again, or use the processor.</source>
            <translation>La carte graphique a cessé de fonctionner pendant le calcul : réessayez ou utilisez le processeur.</translation>
        </message>
        <message>
            <source>The image.</source>
            <translation>L’image.</translation>
        </message>
        <message>
            <source>The image; web maps are copied first.</source>
            <translation>L’image ; les cartes web sont d’abord copiées.</translation>
        </message>
        <message>
            <source>The layer “{name}” cannot be read: its file may have moved.</source>
            <translation>La couche « {name} » ne peut pas être lue : son fichier a peut-être été déplacé.</translation>
        </message>
        <message>
            <source>The layer “{name}” has to be copied to a file first.</source>
            <translation>La couche « {name} » doit d’abord être copiée dans un fichier.</translation>
        </message>
        <message>
            <source>The layer “{name}” is no longer in the project.</source>
            <translation>La couche « {name} » n’est plus dans le projet.</translation>
        </message>
        <message>
            <source>The lexicon of land cover has none to add for this class</source>
            <translation>Le lexique de l’occupation du sol n’en a pas d’autres pour cette classe</translation>
        </message>
        <message>
            <source>The map shows a place that the raster's coordinate system does not know.</source>
            <translation>La carte montre un lieu que le système de coordonnées du raster ne connaît pas.</translation>
        </message>
        <message>
            <source>The map to judge, of any program.</source>
            <translation>La carte à évaluer, de n’importe quel programme.</translation>
        </message>
        <message>
            <source>The map would be copied at {size:,.0f} megapixels, and at most {limit:,.0f} are: zoom in, or choose a coarser resolution.</source>
            <translation>La carte serait copiée avec {size:,.0f} mégapixels, {limit:,.0f} au plus sont permis : zoomez ou choisissez une résolution plus grossière.</translation>
        </message>
        <message>
            <source>The middle of the map shows nothing of “{name}”: move the map there.</source>
            <translation>Le milieu de la carte ne montre rien de « {name} » : déplacez-y la carte.</translation>
        </message>
        <message>
            <source>The model looks at this raster at {finest} per pixel.</source>
            <translation>Le modèle regarde ce raster à {finest} par pixel.</translation>
        </message>
        <message>
            <source>The model, as other algorithms take it</source>
            <translation>Le modèle, tel que d’autres algorithmes l’acceptent</translation>
        </message>
        <message>
            <source>The output folder gets the same sub-folders.</source>
            <translation>Le dossier de sortie reçoit les mêmes sous-dossiers.</translation>
        </message>
        <message>
            <source>The package index</source>
            <translation>L’index de paquets</translation>
        </message>
        <message>
            <source>The package {name} is not there for this computer.</source>
            <translation>Le paquet {name} n’existe pas pour cet ordinateur.</translation>
        </message>
        <message>
            <source>The packages could not be installed ({reason}).</source>
            <translation>Les paquets n’ont pas pu être installés ({reason}).</translation>
        </message>
        <message>
            <source>The part of the raster to segment; empty: all of it.</source>
            <translation>La partie du raster à segmenter ; vide : tout.</translation>
        </message>
        <message>
            <source>The polygons are no longer in the project.</source>
            <translation>Les polygones ne sont plus dans le projet.</translation>
        </message>
        <message>
            <source>The polygons cannot be written to {path}.</source>
            <translation>Les polygones ne peuvent pas être écrits dans {path}.</translation>
        </message>
        <message>
            <source>The polygons have no field “{field}”.</source>
            <translation>Les polygones n’ont pas de champ « {field} ».</translation>
        </message>
        <message>
            <source>The polygons of other classes inside such holes stay, and are overlapped.</source>
            <translation>Les polygones d’autres classes dans ces trous restent et sont recouverts.</translation>
        </message>
        <message>
            <source>The polygons of “{name}” cannot be copied.</source>
            <translation>Les polygones de « {name} » ne peuvent pas être copiés.</translation>
        </message>
        <message>
            <source>The polygons still show the earlier decision: To Polygons… makes them anew.</source>
            <translation>Les polygones montrent encore la décision précédente : « En polygones… » les refait.</translation>
        </message>
        <message>
            <source>The raster of the panel</source>
            <translation>Le raster du panneau</translation>
        </message>
        <message>
            <source>The raster to segment; it follows the active layer</source>
            <translation>Le raster à segmenter ; il suit la couche active</translation>
        </message>
        <message>
            <source>The raster {value} cannot be read.</source>
            <translation>Le raster {value} ne peut pas être lu.</translation>
        </message>
        <message>
            <source>The reference cannot be read: choose a class raster or a layer of polygons.</source>
            <translation>La référence ne peut pas être lue : choisissez un raster de classes ou une couche de polygones.</translation>
        </message>
        <message>
            <source>The report is on the clipboard.</source>
            <translation>Le rapport est dans le presse-papiers.</translation>
        </message>
        <message>
            <source>The report {path} cannot be written.</source>
            <translation>Le rapport {path} ne peut pas être écrit.</translation>
        </message>
        <message>
            <source>The result {path} cannot be opened.</source>
            <translation>Le résultat {path} ne peut pas être ouvert.</translation>
        </message>
        <message>
            <source>The run was cancelled, but its files were written already: they are in {folder}.</source>
            <translation>Le calcul a été annulé, mais ses fichiers étaient déjà écrits : ils se trouvent dans {folder}.</translation>
        </message>
        <message>
            <source>The run was cancelled; nothing was written.</source>
            <translation>Le calcul a été annulé ; rien n’a été écrit.</translation>
        </message>
        <message>
            <source>The same raster, area and options with the classes as they are now</source>
            <translation>Mêmes raster, zone et options avec les classes actuelles</translation>
        </message>
        <message>
            <source>The system ended the engine, probably because memory ran out: use smaller tiles or fewer classes.</source>
            <translation>Le système a arrêté le moteur, sans doute par manque de mémoire : utilisez des tuiles plus petites ou moins de classes.</translation>
        </message>
        <message>
            <source>There are no polygons in this layer: choose another one.</source>
            <translation>Cette couche ne contient pas de polygones : choisissez-en une autre.</translation>
        </message>
        <message>
            <source>There is no Python from 3.10 to 3.14 here, and none can be downloaded: install one first.</source>
            <translation>Il n’y a pas de Python 3.10 à 3.14 ici et aucun ne peut être téléchargé : installez-en un d’abord.</translation>
        </message>
        <message>
            <source>There is no folder {folder}: choose another for the output.</source>
            <translation>Le dossier {folder} n’existe pas : choisissez-en un autre pour la sortie.</translation>
        </message>
        <message>
            <source>There is no polygon layer in the project: add one, or draw the area.</source>
            <translation>Le projet n’a pas de couche de polygones : ajoutez-en une ou dessinez la zone.</translation>
        </message>
        <message>
            <source>There is no raster in the project.</source>
            <translation>Le projet n’a pas de raster.</translation>
        </message>
        <message>
            <source>There is no uv: put {name} into the folder of packages.</source>
            <translation>uv manque : mettez {name} dans le dossier des paquets.</translation>
        </message>
        <message>
            <source>This SoftSeg needs a newer engine than the one that is installed. QGIS itself is not changed.</source>
            <translation>Ce SoftSeg a besoin d’un moteur plus récent que celui installé. QGIS lui-même n’est pas modifié.</translation>
        </message>
        <message>
            <source>This model is no longer there.</source>
            <translation>Ce modèle n’est plus là.</translation>
        </message>
        <message>
            <source>This web map is copied first, at {resolution} per pixel and {limit} megapixels at most. Check that its provider allows that.</source>
            <translation>Cette carte web est d’abord copiée, à {resolution} par pixel et {limit} mégapixels au plus. Vérifiez que son fournisseur le permet.</translation>
        </message>
        <message>
            <source>Tile</source>
            <translation>Tuile</translation>
        </message>
        <message>
            <source>Tile size, px</source>
            <translation>Taille des tuiles, px</translation>
        </message>
        <message>
            <source>Tiles at once</source>
            <translation>Tuiles à la fois</translation>
        </message>
        <message>
            <source>To Polygons…</source>
            <translation>En polygones…</translation>
        </message>
        <message>
            <source>Train model on polygons</source>
            <translation>Entraîner un modèle sur des polygones</translation>
        </message>
        <message>
            <source>Trains a model of your own on a raster and polygons with a class field.</source>
            <translation>Entraîne votre propre modèle sur un raster et des polygones avec un champ de classe.</translation>
        </message>
        <message>
            <source>Trains a model on an image and polygons whose field names the class inside them. What lies outside of the polygons is not learned from, so draw some of every class, over all of the image.

The model is a folder. It appears in the panel's list of models, and other algorithms take it as “Folder of another model”. It knows what it was shown: on other sensors, seasons and places it may fail.

Training takes minutes on a graphics card and hours on a processor. When it is stopped, its state is kept in the folder, and “Go on” continues from there.</source>
            <translation>Entraîne un modèle sur une image et des polygones dont un champ nomme la classe. Rien n’est appris de ce qui se trouve hors des polygones : dessinez-en donc pour chaque classe, sur toute l’image.

Le modèle est un dossier. Il apparaît dans la liste des modèles du panneau, et d’autres algorithmes l’acceptent comme « Dossier d’un autre modèle ». Il connaît ce qu’on lui a montré : avec d’autres capteurs, saisons et lieux, il peut échouer.

L’entraînement prend des minutes sur une carte graphique et des heures sur un processeur. S’il est arrêté, son état est conservé dans le dossier, et « Reprendre un entraînement arrêté » continue à partir de là.</translation>
        </message>
        <message>
            <source>Tries SoftSeg's engine with a small computation, and reports versions, packages and devices. READY is “yes” where runs can be started. It needs no engine itself, and says what is wrong where there is none.</source>
            <translation>Essaie le moteur de SoftSeg par un petit calcul et indique versions, paquets et périphériques. READY vaut « yes » là où des calculs peuvent démarrer. N’a pas besoin de moteur et dit ce qui ne va pas s’il n’y en a pas.</translation>
        </message>
        <message>
            <source>Tries the engine and says what it is made of.</source>
            <translation>Essaie le moteur et dit de quoi il est fait.</translation>
        </message>
        <message>
            <source>Try Again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Try and Use</source>
            <translation>Essayer et utiliser</translation>
        </message>
        <message>
            <source>Trying the engine; the first start takes a while</source>
            <translation>Essai du moteur ; le premier démarrage prend un moment</translation>
        </message>
        <message>
            <source>Type at least one class to look for.</source>
            <translation>Saisissez au moins une classe à rechercher.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler la modification</translation>
        </message>
        <message>
            <source>Unlabelled below</source>
            <translation>Non classé en dessous de</translation>
        </message>
        <message>
            <source>Unlabelled below, class by class: {classes}</source>
            <translation>Sans classe en dessous de, classe par classe : {classes}</translation>
        </message>
        <message>
            <source>Unpacking packages</source>
            <translation>Décompression des paquets</translation>
        </message>
        <message>
            <source>Unpacking…</source>
            <translation>Décompression…</translation>
        </message>
        <message>
            <source>Unsure below</source>
            <translation>Incertain en dessous de</translation>
        </message>
        <message>
            <source>Unsure below, class by class</source>
            <translation>Incertain en dessous de, classe par classe</translation>
        </message>
        <message>
            <source>Up to {download} download · {disk} on disk, {free} free</source>
            <translation>Jusqu’à {download} à télécharger · {disk} sur le disque, {free} libres</translation>
        </message>
        <message>
            <source>Urban</source>
            <translation>Ville</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Utiliser</translation>
        </message>
        <message>
            <source>Use Smaller Tiles</source>
            <translation>Utiliser des tuiles plus petites</translation>
        </message>
        <message>
            <source>Use my own Python…</source>
            <translation>Utiliser mon propre Python…</translation>
        </message>
        <message>
            <source>Use the Classes of This Run</source>
            <translation>Utiliser les classes de ce calcul</translation>
        </message>
        <message>
            <source>Use the Processor</source>
            <translation>Utiliser le processeur</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>Vérifier</translation>
        </message>
        <message>
            <source>Version of the engine</source>
            <translation>Version du moteur</translation>
        </message>
        <message>
            <source>Visible map</source>
            <translation>Carte visible</translation>
        </message>
        <message>
            <source>Waiting for another SoftSeg…</source>
            <translation>Attente d’un autre SoftSeg…</translation>
        </message>
        <message>
            <source>Water and coast</source>
            <translation>Eau et littoral</translation>
        </message>
        <message>
            <source>Web map</source>
            <translation>Carte web</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>Page web</translation>
        </message>
        <message>
            <source>Web page (*.html)</source>
            <translation>Page web (*.html)</translation>
        </message>
        <message>
            <source>What a Run Begins With</source>
            <translation>Réglages de départ d’un calcul</translation>
        </message>
        <message>
            <source>What an earlier batch with the same settings has finished stays as it is.</source>
            <translation>Ce qu’un lot précédent aux mêmes réglages a terminé reste tel quel.</translation>
        </message>
        <message>
            <source>What computes</source>
            <translation>Ce qui calcule</translation>
        </message>
        <message>
            <source>What computes: auto takes the fastest there is; cuda is an NVIDIA and mps an Apple graphics card.</source>
            <translation>Ce qui calcule : auto prend le plus rapide ; cuda est une carte graphique NVIDIA, mps une carte Apple.</translation>
        </message>
        <message>
            <source>What else there is to see</source>
            <translation>Ce qu’il y a d’autre à voir</translation>
        </message>
        <message>
            <source>What else there is to see, with commas between, as: car, field, bare soil. What looks more like it than like a class stays unlabelled. Empty: every pixel gets a class.</source>
            <translation>Ce qu’il y a d’autre à voir, séparé par des virgules, comme : car, field, bare soil. Ce qui y ressemble plus qu’à une classe reste non classé. Vide : chaque pixel reçoit une classe.</translation>
        </message>
        <message>
            <source>What else there is to see, with commas between; it stays unlabelled</source>
            <translation>Ce qu’il y a d’autre à voir, séparé par des virgules ; cela reste non classé</translation>
        </message>
        <message>
            <source>What finds the classes: a model that ships with SoftSeg, or one that was downloaded.</source>
            <translation>Ce qui trouve les classes : un modèle livré avec SoftSeg ou un modèle téléchargé.</translation>
        </message>
        <message>
            <source>What is added to classes before deciding, one per line or with ; between them: “building=+0.5; road=-1”. Larger values make a class win more often; 1 is about a factor of e in its odds.</source>
            <translation>Ce qui est ajouté aux classes avant de décider, une par ligne ou séparées par ; « bâtiment=+0.5; route=-1 ». Des valeurs plus grandes font gagner une classe plus souvent ; 1 vaut environ un facteur e de ses chances.</translation>
        </message>
        <message>
            <source>What is added to the raster's numbers: -1000 for Sentinel-2 from 2022 on that does not say so</source>
            <translation>Ce qui est ajouté aux nombres du raster : -1000 pour Sentinel-2 à partir de 2022 si le raster ne l’indique pas</translation>
        </message>
        <message>
            <source>What is downloaded, and from where</source>
            <translation>Ce qui est téléchargé, et d’où</translation>
        </message>
        <message>
            <source>What is known: a class raster on any grid, or polygons in any coordinate system.</source>
            <translation>Ce qui est connu : un raster de classes sur n’importe quelle grille, ou des polygones dans n’importe quel système de coordonnées.</translation>
        </message>
        <message>
            <source>What looks more like one of these words than like any class stays unlabelled, not forced into a class</source>
            <translation>Ce qui ressemble plus à l’un de ces mots qu’à une classe reste non classé, sans être forcé dans une classe</translation>
        </message>
        <message>
            <source>What should be found? Type classes below, paste a list, or take a preset.</source>
            <translation>Que faut-il trouver ? Saisissez des classes ci-dessous, collez une liste ou prenez un modèle de liste.</translation>
        </message>
        <message>
            <source>What some classes need more than that, one per line or with ; between them: “building=0.6; road=0.4”.</source>
            <translation>Ce dont certaines classes ont besoin en plus, une par ligne ou séparées par ; : « building=0.6; road=0.4 ».</translation>
        </message>
        <message>
            <source>What the classes were decided from, and can be decided anew from: NAME_costs.tif.</source>
            <translation>Ce dont les classes ont été décidées et peuvent l’être à nouveau : NAME_costs.tif.</translation>
        </message>
        <message>
            <source>What the map shows of the raster</source>
            <translation>Ce que la carte montre du raster</translation>
        </message>
        <message>
            <source>What the model reads for this class, with commas between; without any it reads the name</source>
            <translation>Ce que le modèle lit pour cette classe, séparé par des virgules ; sans rien, il lit le nom</translation>
        </message>
        <message>
            <source>Where engines and caches lie; a few gigabytes. Empty: the system's place for such data</source>
            <translation>Où se trouvent moteurs et caches ; quelques gigaoctets. Vide : l’endroit que le système prévoit pour cela</translation>
        </message>
        <message>
            <source>Where the model is less sure than this, 0 to 1, no class is shown</source>
            <translation>Là où le modèle est moins sûr, 0 à 1, aucune classe n’est montrée</translation>
        </message>
        <message>
            <source>Where the rasters are.</source>
            <translation>Où se trouvent les rasters.</translation>
        </message>
        <message>
            <source>Whether the engine works: yes or no</source>
            <translation>Si le moteur fonctionne : yes ou no</translation>
        </message>
        <message>
            <source>Which class is which of the reference's, one per line: “lawn=grass”. Equal names need no line.</source>
            <translation>Quelle classe correspond à laquelle de la référence, une par ligne : « gazon=herbe ». Les noms identiques n’ont pas besoin de ligne.</translation>
        </message>
        <message>
            <source>Which files, by patterns with ; between them, in any case.</source>
            <translation>Quels fichiers, par motifs séparés par ; majuscules ou minuscules.</translation>
        </message>
        <message>
            <source>Whole layer</source>
            <translation>Toute la couche</translation>
        </message>
        <message>
            <source>Windows lacks the Microsoft Visual C++ Redistributable, which PyTorch needs: install it first.</source>
            <translation>Il manque à Windows le Microsoft Visual C++ Redistributable dont PyTorch a besoin : installez-le d’abord.</translation>
        </message>
        <message>
            <source>With the same raster, polygons, recipe and folder.</source>
            <translation>Avec les mêmes raster, polygones, recette et dossier.</translation>
        </message>
        <message>
            <source>Work at</source>
            <translation>Travailler à</translation>
        </message>
        <message>
            <source>Work at, m per pixel</source>
            <translation>Travailler à, m par pixel</translation>
        </message>
        <message>
            <source>Writing the report…</source>
            <translation>Écriture du rapport…</translation>
        </message>
        <message>
            <source>about {time}</source>
            <translation>environ {time}</translation>
        </message>
        <message>
            <source>accuracy,assessment,confusion,matrix,iou,kappa,validation,reference,ground truth,compare</source>
            <translation>exactitude,évaluation,confusion,matrice,iou,kappa,validation,référence,vérité terrain,comparer</translation>
        </message>
        <message>
            <source>agriculture land</source>
            <translation>terre agricole</translation>
        </message>
        <message>
            <source>algae</source>
            <translation>algues</translation>
        </message>
        <message>
            <source>any size</source>
            <translation>toute taille</translation>
        </message>
        <message>
            <source>artificial turf</source>
            <translation>gazon synthétique</translation>
        </message>
        <message>
            <source>bare ground</source>
            <translation>sol nu</translation>
        </message>
        <message>
            <source>bare soil</source>
            <translation>terre nue</translation>
        </message>
        <message>
            <source>bareland</source>
            <translation>terrain nu</translation>
        </message>
        <message>
            <source>beach</source>
            <translation>plage</translation>
        </message>
        <message>
            <source>biogas plant</source>
            <translation>installation de biogaz</translation>
        </message>
        <message>
            <source>broadleaved trees</source>
            <translation>feuillus</translation>
        </message>
        <message>
            <source>building</source>
            <translation>bâtiment</translation>
        </message>
        <message>
            <source>burnt area</source>
            <translation>zone brûlée</translation>
        </message>
        <message>
            <source>car</source>
            <translation>voiture</translation>
        </message>
        <message>
            <source>class_id, class_name, area_m2, perimeter_m and mean_confidence of each polygon.</source>
            <translation>class_id, class_name, area_m2, perimeter_m et mean_confidence de chaque polygone.</translation>
        </message>
        <message>
            <source>classes</source>
            <translation>classes</translation>
        </message>
        <message>
            <source>clearing</source>
            <translation>clairière</translation>
        </message>
        <message>
            <source>confidence</source>
            <translation>confiance</translation>
        </message>
        <message>
            <source>conifers</source>
            <translation>conifères</translation>
        </message>
        <message>
            <source>construction site</source>
            <translation>chantier</translation>
        </message>
        <message>
            <source>cropland</source>
            <translation>terre cultivée</translation>
        </message>
        <message>
            <source>dam</source>
            <translation>barrage</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>endommagé</translation>
        </message>
        <message>
            <source>damaged building</source>
            <translation>bâtiment endommagé</translation>
        </message>
        <message>
            <source>dead trees</source>
            <translation>arbres morts</translation>
        </message>
        <message>
            <source>decided anew from {source}</source>
            <translation>décidé à nouveau à partir de {source}</translation>
        </message>
        <message>
            <source>developed space</source>
            <translation>espace aménagé</translation>
        </message>
        <message>
            <source>diagnostics,version,gpu,cuda,device,support,probe</source>
            <translation>diagnostic,version,gpu,cuda,périphérique,assistance,essai</translation>
        </message>
        <message>
            <source>dune</source>
            <translation>dune</translation>
        </message>
        <message>
            <source>exit code {code}</source>
            <translation>code de sortie {code}</translation>
        </message>
        <message>
            <source>fallen tree</source>
            <translation>arbre tombé</translation>
        </message>
        <message>
            <source>farm building</source>
            <translation>bâtiment agricole</translation>
        </message>
        <message>
            <source>felled area</source>
            <translation>coupe rase</translation>
        </message>
        <message>
            <source>flooded area</source>
            <translation>zone inondée</translation>
        </message>
        <message>
            <source>forest track</source>
            <translation>chemin forestier</translation>
        </message>
        <message>
            <source>grass</source>
            <translation>herbe</translation>
        </message>
        <message>
            <source>grassland</source>
            <translation>prairie</translation>
        </message>
        <message>
            <source>green roof</source>
            <translation>toit végétalisé</translation>
        </message>
        <message>
            <source>greenhouse</source>
            <translation>serre</translation>
        </message>
        <message>
            <source>growing crop</source>
            <translation>culture en croissance</translation>
        </message>
        <message>
            <source>harbour</source>
            <translation>port</translation>
        </message>
        <message>
            <source>hay bale</source>
            <translation>botte de foin</translation>
        </message>
        <message>
            <source>hedge and trees</source>
            <translation>haie et arbres</translation>
        </message>
        <message>
            <source>intact building</source>
            <translation>bâtiment intact</translation>
        </message>
        <message>
            <source>irrigated field</source>
            <translation>champ irrigué</translation>
        </message>
        <message>
            <source>landslide</source>
            <translation>glissement de terrain</translation>
        </message>
        <message>
            <source>licence {licence}</source>
            <translation>licence {licence}</translation>
        </message>
        <message>
            <source>log pile</source>
            <translation>pile de bois</translation>
        </message>
        <message>
            <source>loose ground</source>
            <translation>sol meuble</translation>
        </message>
        <message>
            <source>low vegetation</source>
            <translation>végétation basse</translation>
        </message>
        <message>
            <source>maize field</source>
            <translation>champ de maïs</translation>
        </message>
        <message>
            <source>mangrove</source>
            <translation>mangrove</translation>
        </message>
        <message>
            <source>mean averages them; in max the best one speaks.</source>
            <translation>mean en fait la moyenne ; avec max, le meilleur décide.</translation>
        </message>
        <message>
            <source>mudflat</source>
            <translation>vasière</translation>
        </message>
        <message>
            <source>native is SoftSeg's own; the others are as published figures were made, with their own tiles.</source>
            <translation>native est celle de SoftSeg ; les autres procèdent comme pour les chiffres publiés, avec leurs propres tuiles.</translation>
        </message>
        <message>
            <source>never</source>
            <translation>jamais</translation>
        </message>
        <message>
            <source>no CRS</source>
            <translation>sans SCR</translation>
        </message>
        <message>
            <source>none stated</source>
            <translation>aucune indiquée</translation>
        </message>
        <message>
            <source>not commercial</source>
            <translation>non commerciale</translation>
        </message>
        <message>
            <source>not downloaded</source>
            <translation>non téléchargé</translation>
        </message>
        <message>
            <source>open water</source>
            <translation>eau libre</translation>
        </message>
        <message>
            <source>orchard</source>
            <translation>verger</translation>
        </message>
        <message>
            <source>own CRS</source>
            <translation>SCR propre</translation>
        </message>
        <message>
            <source>parking lot</source>
            <translation>parking</translation>
        </message>
        <message>
            <source>passable road</source>
            <translation>route praticable</translation>
        </message>
        <message>
            <source>pavement</source>
            <translation>trottoir</translation>
        </message>
        <message>
            <source>pipeline</source>
            <translation>conduite</translation>
        </message>
        <message>
            <source>plantation</source>
            <translation>plantation</translation>
        </message>
        <message>
            <source>ploughed field</source>
            <translation>champ labouré</translation>
        </message>
        <message>
            <source>polygons</source>
            <translation>polygones</translation>
        </message>
        <message>
            <source>polygons of {source}</source>
            <translation>polygones de {source}</translation>
        </message>
        <message>
            <source>power line</source>
            <translation>ligne électrique</translation>
        </message>
        <message>
            <source>power station</source>
            <translation>centrale électrique</translation>
        </message>
        <message>
            <source>railway</source>
            <translation>voie ferrée</translation>
        </message>
        <message>
            <source>rangeland</source>
            <translation>herbage</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>prêt</translation>
        </message>
        <message>
            <source>ripe grain</source>
            <translation>céréales mûres</translation>
        </message>
        <message>
            <source>road</source>
            <translation>route</translation>
        </message>
        <message>
            <source>rock</source>
            <translation>roche</translation>
        </message>
        <message>
            <source>roof</source>
            <translation>toit</translation>
        </message>
        <message>
            <source>rubble</source>
            <translation>décombres</translation>
        </message>
        <message>
            <source>sealed ground</source>
            <translation>sol imperméabilisé</translation>
        </message>
        <message>
            <source>segmentation,classification,costs,balance,threshold,confidence,sieve</source>
            <translation>segmentation,classification,coûts,équilibre,seuil,confiance,tamis</translation>
        </message>
        <message>
            <source>segmentation,classification,land cover,batch,folder,many,mosaic,deep learning</source>
            <translation>segmentation,classification,occupation du sol,lot,dossier,plusieurs,mosaïque,apprentissage profond</translation>
        </message>
        <message>
            <source>segmentation,classification,land cover,landuse,deep learning,ai,text,prompt,semantic</source>
            <translation>segmentation,classification,occupation du sol,usage du sol,apprentissage profond,ia,texte,invite,sémantique</translation>
        </message>
        <message>
            <source>segmented {source} into {classes}</source>
            <translation>{source} segmenté en {classes}</translation>
        </message>
        <message>
            <source>shadow</source>
            <translation>ombre</translation>
        </message>
        <message>
            <source>ship</source>
            <translation>navire</translation>
        </message>
        <message>
            <source>shrub</source>
            <translation>arbuste</translation>
        </message>
        <message>
            <source>size not known</source>
            <translation>taille inconnue</translation>
        </message>
        <message>
            <source>skip goes on with the next one and reports it; stop ends the batch.</source>
            <translation>skip passe au suivant et le signale ; stop arrête le lot.</translation>
        </message>
        <message>
            <source>solar panel</source>
            <translation>panneau solaire</translation>
        </message>
        <message>
            <source>sports field</source>
            <translation>terrain de sport</translation>
        </message>
        <message>
            <source>storage tank</source>
            <translation>cuve de stockage</translation>
        </message>
        <message>
            <source>substation</source>
            <translation>poste électrique</translation>
        </message>
        <message>
            <source>surf</source>
            <translation>déferlement</translation>
        </message>
        <message>
            <source>swimming pool</source>
            <translation>piscine</translation>
        </message>
        <message>
            <source>synonyms…</source>
            <translation>synonymes…</translation>
        </message>
        <message>
            <source>temporary</source>
            <translation>temporaire</translation>
        </message>
        <message>
            <source>temporary files</source>
            <translation>fichiers temporaires</translation>
        </message>
        <message>
            <source>tent</source>
            <translation>tente</translation>
        </message>
        <message>
            <source>the Python package index</source>
            <translation>l’index de paquets Python</translation>
        </message>
        <message>
            <source>the raster's resolution</source>
            <translation>résolution du raster</translation>
        </message>
        <message>
            <source>track</source>
            <translation>chemin</translation>
        </message>
        <message>
            <source>training,fine-tune,learn,samples,supervised,deep learning,segmentation</source>
            <translation>entraînement,ajustement fin,apprendre,échantillons,supervisé,apprentissage profond,segmentation</translation>
        </message>
        <message>
            <source>tree</source>
            <translation>arbre</translation>
        </message>
        <message>
            <source>try: {words}</source>
            <translation>essayez : {words}</translation>
        </message>
        <message>
            <source>type a class and press Enter…</source>
            <translation>saisir une classe et appuyer sur Entrée…</translation>
        </message>
        <message>
            <source>unclear</source>
            <translation>pas claire</translation>
        </message>
        <message>
            <source>unfinished</source>
            <translation>inachevé</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>inconnue</translation>
        </message>
        <message>
            <source>unverified</source>
            <translation>non vérifiée</translation>
        </message>
        <message>
            <source>uv and all packages</source>
            <translation>uv et tous les paquets</translation>
        </message>
        <message>
            <source>uv, the installer, where this computer has none</source>
            <translation>uv, l’installateur, si cet ordinateur ne l’a pas</translation>
        </message>
        <message>
            <source>vectorise,vectorize,polygonise,polygonize,simplify,coverage,segmentation,geopackage</source>
            <translation>vectoriser,polygoniser,simplifier,couverture,segmentation,geopackage</translation>
        </message>
        <message>
            <source>vegetation</source>
            <translation>végétation</translation>
        </message>
        <message>
            <source>vineyard</source>
            <translation>vignoble</translation>
        </message>
        <message>
            <source>vrt joins the class rasters in the virtual raster mosaic.vrt.</source>
            <translation>vrt réunit les rasters de classes dans le raster virtuel mosaic.vrt.</translation>
        </message>
        <message>
            <source>water</source>
            <translation>eau</translation>
        </message>
        <message>
            <source>wetland</source>
            <translation>zone humide</translation>
        </message>
        <message>
            <source>what else there is to see…</source>
            <translation>ce qu’il y a d’autre à voir…</translation>
        </message>
        <message>
            <source>wind turbine</source>
            <translation>éolienne</translation>
        </message>
        <message>
            <source>{count} languages</source>
            <translation>{count} langues</translation>
        </message>
        <message>
            <source>{disk} on disk, {free} free</source>
            <translation>{disk} sur le disque, {free} libres</translation>
        </message>
        <message>
            <source>{done} of {total} tiles</source>
            <translation>{done} tuiles sur {total}</translation>
        </message>
        <message>
            <source>{host} cannot be reached: check the network and QGIS's proxy, or install from a folder.</source>
            <translation>{host} est injoignable : vérifiez le réseau et le proxy de QGIS, ou installez depuis un dossier.</translation>
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
            <translation>{model} segmente tel quel, sans réseau entraîné dessus : attendez-vous à des taches plutôt qu’à des contours.</translation>
        </message>
        <message>
            <source>{name} (preset)</source>
            <translation>{name} (modèle de liste)</translation>
        </message>
        <message>
            <source>{name} is left out</source>
            <translation>{name} est laissé de côté</translation>
        </message>
        <message>
            <source>{name} is used</source>
            <translation>{name} est utilisé</translation>
        </message>
        <message>
            <source>{path} is no Python: choose a program such as python3.</source>
            <translation>{path} n’est pas un Python : choisissez un programme comme python3.</translation>
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
            <translation>{share} non classés ou sans données</translation>
        </message>
        <message>
            <source>{size} megapixels</source>
            <translation>{size} mégapixels</translation>
        </message>
        <message>
            <source>{tiles} tiles at {resolution}; up to {disk} MB for the class raster. The time is learned from past runs.</source>
            <translation>{tiles} tuiles à {resolution} ; jusqu’à {disk} Mo pour le raster de classes. La durée est apprise des calculs passés.</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>encore {time}</translation>
        </message>
        <message>
            <source>{title} is damaged: download it again.</source>
            <translation>{title} est endommagé : téléchargez-le de nouveau.</translation>
        </message>
        <message>
            <source>{title} is ready.</source>
            <translation>{title} est prêt.</translation>
        </message>
        <message>
            <source>{title}, {size}.</source>
            <translation>{title}, {size}.</translation>
        </message>
        <message>
            <source>{used} of {bands} bands</source>
            <translation>{used} bandes sur {bands}</translation>
        </message>
        <message>
            <source>“{entry}” is not of the form name=0.5.</source>
            <translation>« {entry} » n’a pas la forme nom=0.5.</translation>
        </message>
        <message>
            <source>“{name}” has no resolution of its own: choose the one to work at, in m.</source>
            <translation>« {name} » n’a pas de résolution propre : choisissez celle de travail, en m.</translation>
        </message>
        <message>
            <source>“{name}” is in the list already.</source>
            <translation>« {name} » est déjà dans la liste.</translation>
        </message>
        <message>
            <source>“{name}” is no file that the engine can open: save it as a GeoTIFF first.</source>
            <translation>« {name} » n’est pas un fichier que le moteur peut ouvrir : enregistrez-le d’abord en GeoTIFF.</translation>
        </message>
        <message>
            <source>“{name}” shows nothing here at this resolution: check the connection, or choose another area.</source>
            <translation>« {name} » ne montre rien ici à cette résolution : vérifiez la connexion ou choisissez une autre zone.</translation>
        </message>
    </context>
</TS>
