import { Search } from "@carbon/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { findCustomers, LOOKED_THROUGH } from "../api/privacy";
import type { Named } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { Avatar } from "../shell/Avatar";
import { useSettled } from "../shell/useSettled";

const LONGEST = 100;
/** As Facebook numbers customers for a Page; a letter may name nothing else. */
const NUMBER = /^\d{5,}$/;

type CustomerSearchProps = { chosen: Named | null; onChoose: (customer: Named | null) => void };

/** Finds customers by a part of the name; the number that Facebook has for one of them does, too. */
export function CustomerSearch({ chosen, onChoose }: CustomerSearchProps) {
  const { t, formats } = useI18n();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed).trim();
  const found = useQuery({
    queryKey: ["customers", q],
    queryFn: () => findCustomers(q),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  const customers = q === "" ? [] : (found.data ?? []);
  return (
    <>
      <Search
        id="erase-customer"
        size="md"
        labelText={t("privacy.search")}
        placeholder={t("privacy.search")}
        closeButtonLabelText={t("transfer.clear")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value.slice(0, LONGEST));
          onChoose(null);
        }}
      />
      <fieldset className="customers" data-testid="customers">
        <legend className="visually-hidden">{t("details.customer")}</legend>
        {q === "" && <p className="customers__none">{t("privacy.searchHelp")}</p>}
        {q !== "" && found.isError && <p className="customers__none">{t("privacy.searchFailed")}</p>}
        {q !== "" && !NUMBER.test(q) && found.data?.length === 0 && (
          <p className="customers__none" role="status">
            {t("privacy.searchNone", { n: LOOKED_THROUGH })}
          </p>
        )}
        {NUMBER.test(q) && (
          <label className={`target ${chosen?.id === q ? "target--chosen" : ""}`}>
            <input
              type="radio"
              name="erase-customer"
              className="visually-hidden"
              checked={chosen?.id === q}
              onChange={() => onChoose({ id: q, name: q })}
            />
            <span className="target__name">{t("privacy.byNumber", { id: q })}</span>
          </label>
        )}
        {customers.map((customer) => (
          <label
            key={customer.id}
            className={`target ${chosen?.id === customer.id ? "target--chosen" : ""}`}
            data-testid="customer"
            data-id={customer.id}
          >
            <input
              type="radio"
              name="erase-customer"
              className="visually-hidden"
              checked={chosen?.id === customer.id}
              onChange={() => onChoose(customer)}
            />
            <Avatar id={customer.id} name={customer.name} picture={customer.picture} />
            <span className="target__name">{customer.name}</span>
            <span className="target__standing">
              {t("privacy.seen", { page: customer.page, when: formats.moment(customer.lastAt) })}
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
