import { type ClipboardEvent, type DragEvent, useState } from "react";

const filesOf = (data: DataTransfer) => Array.from(data.files);
const carriesFiles = (data: DataTransfer) => Array.from(data.types).includes("Files");

/** Files that are dropped on a place or pasted into it. */
export function useDroppedFiles(onFiles: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event: DragEvent) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop(event: DragEvent) {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        setOver(false);
        onFiles(filesOf(event.dataTransfer));
      },
      onPaste(event: ClipboardEvent) {
        const files = filesOf(event.clipboardData);
        // What is copied from a text editor comes as text and as a picture of it: the text is meant.
        if (files.length === 0 || event.clipboardData.getData("text/plain") !== "") return;
        event.preventDefault();
        onFiles(files);
      },
    },
  };
}
