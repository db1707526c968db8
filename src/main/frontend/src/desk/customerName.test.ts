import { expect, it } from "vitest";
import { i18nOf } from "../i18n/i18n";
import { aCustomer } from "../test/fixtures";
import { authorName, customerName } from "./customerName";

it("is in the reader's language where it was erased", () => {
  expect(customerName(aCustomer("erased", "Erased"), i18nOf("fr"))).toBe("Client effacé");
  expect(customerName(aCustomer("erased", "Erased"), i18nOf("en"))).toBe("Erased customer");
  expect(customerName(aCustomer("u-1", "Erased"), i18nOf("fr"))).toBe("Erased");
});

it("is so, too, where a message of theirs is quoted", () => {
  expect(authorName({ kind: "CUSTOMER", id: "erased", name: "Erased" }, i18nOf("fr"))).toBe("Client effacé");
  expect(authorName({ kind: "AGENT", id: "alice", name: "Alice" }, i18nOf("fr"))).toBe("Alice");
});
