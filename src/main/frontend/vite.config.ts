import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { bundleBudget } from "./bundleBudget";

/** Of the desk, before anything is shown: agents begin their day with it, some over slow lines. */
const FIRST_SCREEN_BYTES = 400_000;
/** Of the languages one is loaded, and French takes more room. */
const LONGEST_WORDS = "src/i18n/fr.ts";
const server = process.env.PUPITRE_URL ?? "http://localhost:8080";

export default defineConfig({
  base: "/",
  plugins: [react(), bundleBudget(["src/desk/DeskPage.tsx", LONGEST_WORDS], FIRST_SCREEN_BYTES)],
  // Carbon's own style sheets still use what newer versions of Sass have replaced.
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  build: {
    outDir: "dist",
    assetsDir: "assets",
    // A font inside the style sheet would be a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    sourcemap: false,
    target: "es2023",
    modulePreload: { polyfill: false },
    // The outlines of the world and the names of all emoji are as large as they are; both come only when needed.
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    proxy: {
      "/api": server,
      "/logout": server,
      "/login": { target: server, bypass: (request) => (request.method === "GET" ? "/index.html" : undefined) },
      "/sandbox/api": server,
    },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["./src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    testTimeout: 30_000,
    // As surefire and failsafe do: what passes the second time is told as such in the output.
    retry: process.env.CI === undefined ? 0 : 1,
    css: false,
  },
});
