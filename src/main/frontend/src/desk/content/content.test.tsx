import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Attachment, Happening, Message } from "../../api/types";
import { I18nProvider, i18nOf } from "../../i18n/i18n";
import { aMessage, anAttachment } from "../../test/fixtures";
import { AttachmentView } from "./AttachmentView";
import { Content } from "./Content";
import { excerptOf } from "./excerpt";
import { Gallery } from "./Gallery";
import { factsOf, happeningWords, leftToKnow } from "./happening";
import { signOf } from "./Reactions";

const show = (changes: Partial<Attachment>) => render(<AttachmentView attachment={anAttachment(changes)} />);

describe("an attachment", () => {
  it("is a picture from this server", () => {
    show({});

    expect(screen.getByTestId("picture").querySelector("img")).toHaveAttribute("src", "/api/v1/attachments/a-1");
  });

  it("is a file with its size, to be saved", () => {
    show({ type: "FILE", name: "offer.pdf", size: 1_234_567 });

    const link = screen.getByRole("link", { name: "Download offer.pdf" });
    expect(link).toHaveAttribute("href", "/api/v1/attachments/a-1?download");
    expect(link).toHaveTextContent("1.2 MB");
  });

  it("is a player for sound", () => {
    show({ type: "AUDIO", name: null });

    expect(screen.getByLabelText("Voice message")).toHaveAttribute("src", "/api/v1/attachments/a-1");
  });

  it("is a player for a video, in its place on a phone, too", () => {
    show({ type: "VIDEO", name: "lamp.mp4" });

    const video = screen.getByTestId("player").querySelector("video");
    expect(video).toHaveAttribute("src", "/api/v1/attachments/a-1");
    expect(video).toHaveAttribute("controls");
    expect(video).toHaveAttribute("playsinline");
    expect(screen.getByRole("link", { name: "Download" })).toHaveAttribute("href", "/api/v1/attachments/a-1?download");
  });

  it("says that it is on its way, or why it is not to be had", () => {
    const { unmount } = show({ state: "AWAITED" });
    expect(screen.getByRole("status")).toHaveTextContent("Photo: being fetched…");
    unmount();

    show({ state: "REFUSED", reason: "Larger than 25 MB" });
    expect(screen.getByTestId("refused")).toHaveTextContent("Photo: not availableLarger than 25 MB");
  });

  it("says in the reader's language why it is not to be had", () => {
    localStorage.setItem("pupitre.language", "fr");
    render(
      <I18nProvider>
        <AttachmentView
          attachment={anAttachment({
            state: "REFUSED",
            reason: "The file could not be fetched from Facebook",
            reasonCode: "FILE_NOT_FETCHED",
          })}
        />
      </I18nProvider>,
    );

    expect(screen.getByTestId("refused")).toHaveTextContent("Le fichier n’a pas pu être récupéré chez Facebook.");
  });

  it("is a place with coordinates and a way to a detailed map", async () => {
    show({ type: "LOCATION", state: "NO_FILE", latitude: 48.8584, longitude: 2.2945, title: "Eiffel Tower" });

    expect(screen.getByTestId("place-map")).toHaveTextContent("48.8584° N, 2.2945° E");
    expect(screen.getByRole("link", { name: "Open in OpenStreetMap" })).toHaveAttribute(
      "href",
      "https://www.openstreetmap.org/?mlat=48.8584&mlon=2.2945#map=15/48.8584/2.2945",
    );
    expect(await screen.findByRole("img", { name: /Map with a mark/ })).toBeInTheDocument();
  });

  it("is a card with a link that cannot run anything", () => {
    const { unmount } = show({ type: "LINK", state: "NO_FILE", title: "Our lamps", link: "https://www.example.org/l" });
    expect(screen.getByRole("link", { name: "example.org" })).toHaveAttribute("rel", "noopener noreferrer");
    unmount();

    show({ type: "POST", state: "NO_FILE", title: "Post", link: "javascript:alert(1)" });
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("says plainly what Facebook does not hand over", () => {
    show({ type: "UNSUPPORTED", state: "NO_FILE" });

    expect(screen.getByTestId("unsupported")).toHaveTextContent("Facebook does not hand over");
  });
});

describe("a message", () => {
  it("has its addresses to be clicked, and nothing else", () => {
    render(<Content message={aMessage(1, { text: "See https://example.org/a and readme.md, or 1.2.3" })} />);

    const links = screen.getAllByRole("link");
    expect(links).toHaveLength(1);
    expect(links[0]).toHaveAttribute("href", "https://example.org/a");
    expect(links[0]).toHaveAttribute("rel", "noopener noreferrer");
  });

  it("that was taken back shows nothing of what it was", () => {
    render(
      <Content message={aMessage(1, { text: "", removedAt: "2026-03-02T09:05:00Z", attachments: [anAttachment()] })} />,
    );

    expect(screen.getByText("The customer took this message back")).toBeVisible();
    expect(screen.queryByTestId("picture")).toBeNull();
  });

  it("is named by what it carries when it has no words", () => {
    const en = i18nOf("en");
    const fr = i18nOf("fr");

    expect(excerptOf(aMessage(1), en)).toBe("Message 1");
    expect(excerptOf(aMessage(1, { text: "", attachments: [anAttachment({ type: "AUDIO" })] }), fr)).toBe(
      "Message vocal",
    );
    expect(excerptOf(aMessage(1, { text: "", attachments: [anAttachment({ type: "FILE", name: "a.pdf" })] }), en)).toBe(
      "a.pdf",
    );
  });
});

describe("the pictures of a conversation", () => {
  const picture = (n: number): Message =>
    aMessage(n, { text: "", attachments: [anAttachment({ id: `a-${n}`, name: `${n}.png` })] });

  it("are seen in full size, one after the other", async () => {
    const messages = [picture(1), picture(2)];
    render(
      <Gallery messages={messages}>
        {messages.map((message) => (
          <Content key={message.id} message={message} />
        ))}
      </Gallery>,
    );

    await userEvent.click(screen.getByRole("button", { name: "Show the picture 1.png in full size" }));
    expect(screen.getByRole("img", { name: "1.png" })).toBeVisible();
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByRole("img", { name: "2.png" })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Close" }));

    expect(screen.queryByTestId("gallery")).toBeNull();
  });
});

describe("a line that nobody wrote", () => {
  const words = (type: Happening["type"], values: Record<string, string> = {}, language: "en" | "fr" = "en") =>
    happeningWords({ type, values }, i18nOf(language));

  it("is told in the reader's language", () => {
    expect(words("REFERRED", { title: "Summer sale", ad: "1" })).toBe("Came by the ad “Summer sale”");
    expect(words("REFERRED", { ref: "shop-7" }, "fr")).toBe("Arrivé par le lien « shop-7 »");
    expect(words("PASSED_ELSEWHERE", { app: "263902037430900" })).toBe("Passed to Meta’s inbox");
    expect(words("PASSED_ELSEWHERE", { app: "42" })).toBe("Passed to another application");
    expect(words("NOT_SENT", { reason: "The window is closed." })).toContain("The window is closed.");
    expect(words("NOT_SENT", { reason: "The window is closed", code: "OUTSIDE_WINDOW" }, "fr")).toContain("24 heures");
    expect(words("TAKEN_OVER", { by: "Bruno", from: "Alice" })).toBe("Taken over by Bruno from Alice");
    expect(words("CHAT_TIME_OVER", { minutes: "30" }, "fr")).toContain("30 min");
    expect(words("HANDED_OVER", { reason: "REQUESTED" })).toContain("the customer wants to speak to a person");
    expect(words("HANDED_OVER", { reason: "COST" }, "fr")).toContain("coûter trop cher");
    expect(words("HANDED_OVER", { reason: "TO_COME" })).toContain("a human goes on");
    expect(words("TO_COME" as Happening["type"])).toContain("does not know yet");
  });
});

describe("a conversation from hand to hand", () => {
  const NAMES: Record<string, string> = {
    "AGENT bruno": "Bruno Costa",
    "TEAM billing": "Billing",
    "CAMPAIGN sales": "Sales",
  };
  const words = (values: Record<string, string>, language: "en" | "fr" = "en") =>
    happeningWords({ type: "TRANSFERRED", values }, i18nOf(language), (kind, id) => NAMES[`${kind} ${id}`] ?? id);

  it("tells from whom to whom", () => {
    expect(words({ by: "Alice", from: "Alice", to: "TEAM", id: "billing" })).toBe("Handed on by Alice to team Billing");
    expect(words({ by: "Sofia", from: "Alice", to: "AGENT", id: "bruno" })).toBe(
      "Handed on by Sofia from Alice to Bruno Costa",
    );
    expect(words({ by: "Sofia", to: "CAMPAIGN", id: "sales" }, "fr")).toBe("Transmise par Sofia à la campagne Sales");
    expect(words({ by: "Alice", from: "Alice", to: "AI" }, "fr")).toBe("Transmise par Alice à l’agent IA");
    expect(words({ to: "TEAM", id: "gone" })).toBe("Handed on to team gone");
  });

  it("tells why nobody did it", () => {
    expect(words({ from: "Alice", to: "QUEUE", why: "NOT_OPENED" })).toContain("Alice did not open it in time");
    expect(words({ from: "Alice", to: "QUEUE", why: "LEFT" }, "fr")).toContain("Alice n’est plus là");
  });

  it("shows the note to who goes on", () => {
    const values = { by: "Alice", to: "TEAM", id: "billing", note: "Invoice 42" };
    expect(factsOf({ type: "TRANSFERRED", values }, i18nOf("en"))).toEqual([
      { kind: "note", label: "Note", value: "Invoice 42" },
    ]);
  });
});

it("shows what the AI agent learnt before it handed over", () => {
  const values = { reason: "UNKNOWN", question: "Where is my order?", order: "2024-0815", answers: "2" };

  expect(factsOf({ type: "HANDED_OVER", values }, i18nOf("en"))).toEqual([
    { kind: "question", label: "Question", value: "Where is my order?" },
    { kind: "answers", label: "Messages it has sent", value: "2" },
    { kind: "order", label: "Order or case", value: "2024-0815" },
  ]);
  expect(factsOf({ type: "NOT_SENT", values }, i18nOf("en"))).toEqual([]);
});

describe("what is left to know", () => {
  const handedOn = (values: Record<string, string>) => ({
    type: "TRANSFERRED" as const,
    values: { by: "Alice", ...values },
  });
  const learnt = { type: "HANDED_OVER" as const, values: { reason: "UNKNOWN", question: "Where is it?" } };
  const noted = handedOn({ to: "AGENT", id: "bruno", note: "Invoice 42" });
  const left = (...happenings: Happening[]) => leftToKnow(happenings, i18nOf("en"));

  it("is the note of who handed it on last", () => {
    expect(left(learnt, noted)).toBe(noted);
  });

  it("is no older note when it was handed on without one", () => {
    expect(left(noted, handedOn({ to: "QUEUE" }))).toBeUndefined();
    expect(left(learnt, noted, handedOn({ to: "QUEUE" }))).toBe(learnt);
  });

  it("is the note still when nobody has opened it since", () => {
    expect(left(noted, { type: "TRANSFERRED", values: { to: "QUEUE", why: "NOT_OPENED" } })).toBe(noted);
  });
});

it("shows a reaction that Facebook names without a sign", () => {
  expect(signOf({ by: "CUSTOMER", name: "love", emoji: null })).toBe("❤️");
  expect(signOf({ by: "CUSTOMER", name: "other", emoji: "🦄" })).toBe("🦄");
});
