import { describe, expect, it } from "vitest";
import { askedOf, dayBefore, ownZone, periodOf, presetOf } from "./period";

const NOW = new Date("2026-03-01T23:30:00Z");

describe("a report's period", () => {
  it("counts days as the zone does", () => {
    expect(dayBefore(NOW, 0, "Europe/Paris")).toBe("2026-03-02");
    expect(dayBefore(NOW, 0, "America/New_York")).toBe("2026-03-01");
    expect(dayBefore(NOW, 2, "Europe/Paris")).toBe("2026-02-28");
  });

  it("knows its presets", () => {
    expect(periodOf("week", NOW, "UTC")).toEqual({ from: "2026-02-23", to: "2026-03-01" });
    expect(presetOf({ from: "2026-02-23", to: "2026-03-01" }, NOW, "UTC")).toBe("week");
    expect(presetOf({ from: "2026-02-22", to: "2026-03-01" }, NOW, "UTC")).toBeUndefined();
  });

  it("is the last 30 days where the address says nothing, or nonsense", () => {
    const asked = askedOf(new URLSearchParams("zone=UTC&from=0202-01-01&channel=FAX"), NOW);
    expect(asked).toEqual({
      from: "2026-01-31",
      to: "2026-03-01",
      zone: "UTC",
      campaign: "",
      agent: "",
      channel: "",
    });
  });

  it("is in one's own zone where the address names none that is known", () => {
    expect(askedOf(new URLSearchParams("zone=Mars/Olympus"), NOW).zone).toBe(ownZone());
  });
});
