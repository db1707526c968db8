import type { Behaviour } from "../../api/sandboxTypes";

/** The switches of the stand-in's behaviour, each with what it sets while it is on. */
export const SWITCHES = {
  slow: { delayMillis: 5_000 },
  late: { lateMillis: 10_000 },
  outOfOrder: { lateMillis: 10_000, lateEvery: 3 },
  duplicates: { copies: 2 },
  noEchoes: { echoes: false },
  noDeliveries: { deliveries: false },
  readAtOnce: { reads: true },
  oldStickers: { stickers: "IMAGE" },
  linksExpire: { linkSeconds: 5 },
} as const satisfies Record<string, Behaviour>;
export type SwitchName = keyof typeof SWITCHES;
export const SWITCH_NAMES = Object.keys(SWITCHES) as SwitchName[];

type Setting = keyof Behaviour;
const settingsOf = (name: SwitchName) => Object.entries(SWITCHES[name]) as [Setting, Behaviour[Setting]][];
const isSet = (value: Behaviour[Setting]) => value !== null && value !== undefined;

/** Late ones that others overtake are out of order, not merely late. */
export function isOn(name: SwitchName, behaviour: Behaviour): boolean {
  if (name === "late" && isSet(behaviour.lateEvery)) return false;
  return settingsOf(name).every(([setting, value]) =>
    typeof value === "number" ? isSet(behaviour[setting]) : behaviour[setting] === value,
  );
}

/** The whole behaviour with one switch turned; the rest stays as it is. */
export function turn(name: SwitchName, on: boolean, behaviour: Behaviour): Behaviour {
  const kept = Object.fromEntries(Object.entries(behaviour).filter(([, value]) => isSet(value))) as Behaviour;
  for (const [setting] of settingsOf(name)) delete kept[setting];
  if (name === "late") delete kept.lateEvery;
  return on ? { ...kept, ...SWITCHES[name] } : kept;
}
