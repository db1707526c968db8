import { createRoot } from "react-dom/client";
import { App } from "./App";
import { firstLanguage, loadWords } from "./i18n/i18n";
import "./styles/main.scss";

const root = document.getElementById("root");
if (root === null) throw new Error("Expected an element with the id root, but there is none");
void loadWords(firstLanguage()).then(
  () => createRoot(root).render(<App />),
  () => {
    root.textContent =
      "Pupitre could not be loaded: reload the page. – Pupitre n’a pas pu être chargé : rechargez la page.";
  },
);
