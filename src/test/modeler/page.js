/** What somebody does in Camunda Modeler, done by what it is made of: called from CamundaModelerIT. */
const modeler = (Kind) => {
  const canvas = document.createElement("div");
  canvas.style = "width: 1200px; height: 800px";
  document.body.replaceChildren(canvas);
  return new Kind({ container: canvas });
};

/** Opens a file and saves it again. */
window.saveAgain = async (kind, xml) => {
  const opened = modeler(kind === "bpmn" ? window.BpmnModeler : window.DmnModeler);
  const { warnings } = await opened.importXML(xml);
  const saved = await opened.saveXML({ format: true });
  return { warnings: warnings.map(String), xml: saved.xml };
};

const BEGUN = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Definitions_0begun" name="DRD" namespace="http://camunda.org/schema/1.0/dmn">
  <decision id="Decision_0begun" name="Decision 1"><decisionTable id="DecisionTable_0begun">
    <input id="Input_1"><inputExpression id="InputExpression_1" typeRef="string"><text></text></inputExpression></input>
    <output id="Output_1" typeRef="string"/>
  </decisionTable></decision>
</definitions>`;

const tableOf = async (opened) => {
  await opened.open(opened.getViews().find(({ type }) => type === "decisionTable"));
  const viewer = opened.getActiveViewer();
  return { modeling: viewer.get("modeling"), model: viewer.get("sheet").getRoot().businessObject };
};

/** Begins an empty table and fills in, column by column and cell by cell, what the given one has. */
window.beginAnew = async (xml) => {
  const read = modeler(window.DmnModeler);
  await read.importXML(xml);
  const { model } = await tableOf(read);
  const begun = modeler(window.DmnModeler);
  await begun.importXML(BEGUN);
  const { modeling, model: table } = await tableOf(begun);
  modeling.updateProperties(table.$parent, { id: model.$parent.id, name: model.$parent.name });
  modeling.editHitPolicy(model.hitPolicy);
  model.input.forEach(({ label, inputExpression: { text, typeRef } }, place) => {
    if (place > 0) modeling.addCol({ type: "dmn:InputClause" }, place);
    const input = table.input[place];
    modeling.updateProperties(input, { label });
    modeling.updateProperties(input.inputExpression, { text, typeRef });
  });
  model.output.forEach(({ label, name, typeRef }, place) => {
    if (place > 0) modeling.addCol({ type: "dmn:OutputClause" }, model.input.length + place);
    modeling.updateProperties(table.output[place], { label, name, typeRef });
  });
  model.rule.forEach(({ description, inputEntry, outputEntry }) => {
    modeling.addRow({ type: "dmn:DecisionRule" });
    const rule = table.rule.at(-1);
    modeling.updateProperties(rule, { description });
    inputEntry.forEach(({ text }, place) => modeling.updateProperties(rule.inputEntry[place], { text }));
    outputEntry.forEach(({ text }, place) => modeling.updateProperties(rule.outputEntry[place], { text }));
  });
  return (await begun.saveXML({ format: true })).xml;
};
