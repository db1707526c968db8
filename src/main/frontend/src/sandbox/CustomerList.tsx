import { Add } from "@carbon/icons-react";
import { Link } from "react-router";
import type { Customer, FacebookPage } from "../api/sandboxTypes";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { Face } from "./Face";
import { PageSelect } from "./PageSelect";

type CustomerListProps = {
  customers: Customer[] | undefined;
  pages: FacebookPage[];
  /** Of which Page they are; all of them with null. */
  page: string | null;
  onPage: (page: string | null) => void;
  failed: boolean;
  openId: string | undefined;
  onCreate: () => void;
  creating: boolean;
};

export function CustomerList(props: CustomerListProps) {
  const { customers, pages, page, onPage, failed, openId, onCreate, creating } = props;
  const { t } = useI18n();
  const nameOf = (id: string) => pages.find((known) => known.id === id)?.name;
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
      {pages.length > 1 && (
        <div className="people__page">
          <PageSelect pages={pages} value={page} onChange={onPage} all />
        </div>
      )}
      {failed && (
        <p className="people__failed" role="alert">
          {t("sandbox.failed")}
        </p>
      )}
      {customers?.length === 0 && <p className="people__none">{t("sandbox.noCustomers")}</p>}
      <ul className="people__rows">
        {customers?.map((customer) => (
          <Person
            key={customer.id}
            customer={customer}
            pageName={page === null && customer.page !== pages[0]?.id ? nameOf(customer.page) : undefined}
            open={customer.id === openId}
          />
        ))}
      </ul>
    </nav>
  );
}

type PersonProps = { customer: Customer; pageName: string | undefined; open: boolean };

function Person({ customer, pageName, open }: PersonProps) {
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
        <Face name={name} color={pictureColor} size="large" />
        <span className="person__name">
          {name}
          {pageName !== undefined && <span className="person__page"> · {pageName}</span>}
        </span>
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
