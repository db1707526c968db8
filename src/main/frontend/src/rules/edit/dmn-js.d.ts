declare module "dmn-js-shared/lib/base/EditingManager" {
  type Opened = { get: <T>(service: string) => T };
  export default class EditingManager {
    constructor(options: object);
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    saveXML(options: { format: boolean }): Promise<{ xml: string }>;
    getActiveViewer(): Opened | undefined;
    destroy(): void;
  }
}
declare module "dmn-js-decision-table/lib/Viewer" {
  const Viewer: { new (options: object): object; _getModules(): object[] };
  export default Viewer;
}
declare module "dmn-js-decision-table/lib/features/decision-rules/components/DecisionRulesCellEditorComponent" {
  type Drawn = { props: { children: { props: { value: string } } } };
  export default class DecisionRulesCellEditorComponent {
    changeCellValue(text: string): void;
    render(): Drawn;
  }
}
declare module "dmn-js-decision-table/lib/features/*" {
  const module: object;
  export default module;
}
declare module "dmn-js-shared/lib/features/*" {
  const module: object;
  export default module;
}
declare module "table-js/lib/features/*" {
  const module: object;
  export default module;
}
