import { ChevronLeft, ChevronRight, Download } from "@carbon/icons-react";
import { Button, Modal } from "@carbon/react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { attachmentDownload, attachmentFile } from "../../api/desk";
import type { Attachment, Message } from "../../api/types";
import { useI18n } from "../../i18n/i18n";

const Context = createContext<(id: string) => void>(() => {});
export const useGallery = () => useContext(Context);

/** The pictures of a conversation, in the order they were sent. */
export const picturesOf = (messages: readonly Message[]): Attachment[] =>
  messages
    .filter((message) => message.removedAt === null)
    .flatMap((message) => message.attachments)
    .filter(({ type, state }) => type === "IMAGE" && state === "STORED");

type GalleryProps = { messages: readonly Message[]; children: ReactNode };

/** Shows pictures in full size; the arrow keys lead to the others of the conversation. */
export function Gallery({ messages, children }: GalleryProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const show = useCallback((id: string) => setOpenId(id), []);
  return (
    <Context.Provider value={show}>
      {children}
      {openId !== null && (
        <FullSize pictures={picturesOf(messages)} id={openId} onMove={setOpenId} onClose={() => setOpenId(null)} />
      )}
    </Context.Provider>
  );
}

type FullSizeProps = { pictures: Attachment[]; id: string; onMove: (id: string) => void; onClose: () => void };

function FullSize({ pictures, id, onMove, onClose }: FullSizeProps) {
  const { t, formats } = useI18n();
  const at = pictures.findIndex((picture) => picture.id === id);
  const picture = pictures[at];
  const move = (step: 1 | -1) => {
    const next = pictures[at + step];
    if (next !== undefined) onMove(next.id);
  };
  const latest = useRef(move);
  latest.current = move;
  useEffect(() => {
    function onKey({ key }: KeyboardEvent) {
      if (key === "ArrowLeft") latest.current(-1);
      if (key === "ArrowRight") latest.current(1);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  if (picture === undefined) return null;
  const name = picture.name ?? t("content.picture");
  const facts = [
    pictures.length > 1 && t("content.position", { n: at + 1, total: pictures.length }),
    picture.size !== null && formats.bytes(picture.size),
  ].filter((fact) => fact !== false);
  return (
    <Modal
      open
      passiveModal
      size="lg"
      modalHeading={name}
      modalLabel={facts.join(" · ")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      className="gallery"
      data-testid="gallery"
    >
      <img className="gallery__picture" src={attachmentFile(picture.id)} alt={name} />
      <div className="gallery__foot">
        <Button
          kind="ghost"
          hasIconOnly
          renderIcon={ChevronLeft}
          iconDescription={t("content.previous")}
          tooltipPosition="top"
          onClick={() => move(-1)}
          disabled={at === 0}
        />
        <Button
          kind="ghost"
          hasIconOnly
          renderIcon={ChevronRight}
          iconDescription={t("content.next")}
          tooltipPosition="top"
          onClick={() => move(1)}
          disabled={at === pictures.length - 1}
        />
        <a
          className="player__save"
          href={attachmentDownload(picture.id)}
          download={picture.name ?? ""}
          data-modal-primary-focus
        >
          <Download size={16} />
          {t("content.download")}
        </a>
      </div>
    </Modal>
  );
}
