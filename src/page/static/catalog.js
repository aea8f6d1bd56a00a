// `portkeep catalog` writes the ready-made scripts here. Without any, the page gives the command for each choice.
window.portkeepCatalog = null;
