import { Add } from "@carbon/icons-react";
import { Link } from "react-router";
import type { Customer } from "../api/sandbox";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { Picture } from "./Picture";

type CustomerListProps = {
  customers: Customer[] | undefined;
  failed: boolean;
  openId: string | undefined;
  onCreate: () => void;
  creating: boolean;
};

export function CustomerList({ customers, failed, openId, onCreate, creating }: CustomerListProps) {
  const { t } = useI18n();
  return (
    <nav className="people" aria-label={t("sandbox.customers")}>
      <div className="people__head">
        <h1 className="people__title">{t("sandbox.customers")}</h1>
        <button
          type="button"
          className="people__new"
          onClick={onCreate}
          disabled={creating}
          data-testid="sandbox-new-customer"
        >
          <Add size={20} />
          {t("sandbox.new")}
        </button>
      </div>
      {failed && (
        <p className="people__failed" role="alert">
          {t("sandbox.failed")}
        </p>
      )}
      <ul className="people__rows">
        {customers?.map((customer) => (
          <Person key={customer.id} customer={customer} open={customer.id === openId} />
        ))}
      </ul>
    </nav>
  );
}

function Person({ customer, open }: { customer: Customer; open: boolean }) {
  const { t, tn, formats } = useI18n();
  const now = useNow();
  const { id, name, pictureColor, lastMessage, lastAt, unread } = customer;
  return (
    <li>
      <Link
        to={`/sandbox/${encodeURIComponent(id)}`}
        className={`person ${open ? "person--open" : ""} ${unread > 0 ? "person--unread" : ""}`}
        aria-current={open ? "page" : undefined}
        data-testid="sandbox-customer"
        data-id={id}
      >
        <Picture name={name} color={pictureColor} size="large" />
        <span className="person__name">{name}</span>
        <span className="person__last">
          <span className="person__text">{lastMessage ?? t("sandbox.noMessage")}</span>
          {lastAt !== null && <time dateTime={lastAt}>{formats.ago(lastAt, now) ?? t("time.now")}</time>}
        </span>
        {unread > 0 && (
          <span className="person__unread">
            <span className="visually-hidden">{tn("sandbox.unread", unread)}</span>
          </span>
        )}
      </Link>
    </li>
  );
}
