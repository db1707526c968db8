export const TABS = ["table", "draft", "try", "cases", "backtest", "versions"] as const;
export type Tab = (typeof TABS)[number];

export const isTab = (tab: string | undefined): tab is Tab => TABS.some((one) => one === tab);
