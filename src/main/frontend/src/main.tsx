import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./styles/main.scss";

const root = document.getElementById("root");
if (root === null) throw new Error("Expected an element with the id root, but there is none");
createRoot(root).render(<App />);
