import { beforeEach, describe, expect, it, vi } from "vitest";
import { alertTo } from "./alerts";
import { changeSettings } from "./settings";

const started = vi.fn();
const shown: { title: string; onclick: (() => void) | null; close: () => void }[] = [];

class SilentAudio {
  state = "running";
  currentTime = 0;
  destination = {};
  createOscillator = () => ({ frequency: { value: 0 }, connect: (to: unknown) => to, start: started, stop() {} });
  createGain = () => ({
    gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} },
    connect: (to: unknown) => to,
  });
}

class Shown {
  static permission: NotificationPermission = "granted";
  onclick: (() => void) | null = null;
  constructor(readonly title: string) {
    shown.push(this);
  }
  close() {}
}

beforeEach(() => {
  started.mockClear();
  shown.length = 0;
  vi.stubGlobal("AudioContext", SilentAudio);
  vi.stubGlobal("Notification", Shown);
});

const look = (state: DocumentVisibilityState) => vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);

describe("a new conversation", () => {
  it("is heard unless that is switched off", () => {
    alertTo("New", "Camille", () => {});
    expect(started).toHaveBeenCalledTimes(2);

    changeSettings({ sound: false });
    alertTo("New", "Camille", () => {});
    expect(started).toHaveBeenCalledTimes(2);
  });

  it("is notified to who looks elsewhere and has allowed it, and opens by a click", () => {
    const open = vi.fn();
    changeSettings({ notifications: true });
    look("visible");
    alertTo("New", "Camille", open);
    expect(shown).toEqual([]);

    look("hidden");
    alertTo("New", "Camille", open);
    shown[0]?.onclick?.();

    expect(open).toHaveBeenCalledOnce();
  });

  it("is not notified where nobody has asked for it", () => {
    look("hidden");
    alertTo("New", "Camille", () => {});
    expect(shown).toEqual([]);
  });

  it("is still taken where the browser leaves notifications to service workers", () => {
    changeSettings({ notifications: true });
    look("hidden");
    vi.stubGlobal(
      "Notification",
      class {
        static permission: NotificationPermission = "granted";
        constructor() {
          throw new TypeError("Illegal constructor");
        }
      },
    );

    expect(() => alertTo("New", "Camille", () => {})).not.toThrow();
  });
});
