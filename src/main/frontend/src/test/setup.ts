import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { loadWords } from "../i18n/i18n";
import { LANGUAGES } from "../i18n/words";

await Promise.all(LANGUAGES.map(loadWords));

// What jsdom lacks because it lays nothing out.
class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(window, {
  ResizeObserver: NoResize,
  matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
});
Element.prototype.scrollIntoView = () => {};

// A machine busy with a whole build is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  sessionStorage.clear();
  localStorage.clear();
});
