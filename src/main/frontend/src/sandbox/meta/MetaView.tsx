import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { fetchCustomers } from "../../api/sandbox";
import type { Customer } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { CustomerSelect } from "../CustomerSelect";
import { sandboxKeys } from "../cache";
import { PageSelect } from "../PageSelect";
import { usePages } from "../usePages";
import { BehaviourCard } from "./BehaviourCard";
import { ControlCard, DeletionCard, InboxCard, WindowCard } from "./CustomerCards";
import { FaultCard } from "./FaultCard";
import { ExpiryCard, PermissionsCard, RestrictionCard, SubscriptionCard, TokenCard } from "./PageCards";
import { AnewCard, DeauthoriseCard } from "./PersonCards";
import { LimitsCard, UsageCard } from "./UsageCards";

const NOBODY: Customer[] = [];

/** What Meta does that nobody writes: tokens that die, calls that fail, webhooks that come late. */
export function MetaView() {
  const { t } = useI18n();
  const pages = usePages();
  const customers = useQuery({ queryKey: sandboxKeys.customers, queryFn: fetchCustomers }).data ?? NOBODY;
  const [wanted, setWanted] = useSearchParams();
  const page = pages.find(({ id }) => id === wanted.get("page")) ?? pages[0];
  const customer = customers.find(({ id }) => id === wanted.get("customer")) ?? customers[0];
  const choose = (name: "page" | "customer", id: string) =>
    setWanted((before) => {
      before.set(name, id);
      return before;
    });

  return (
    <main className="meta">
      {customer !== undefined && (
        <section className="meta__group" aria-label={t("sandbox.meta.customer")}>
          <header className="meta__head">
            <h2 className="meta__title">{t("sandbox.meta.customer")}</h2>
            <CustomerSelect
              customers={customers}
              value={customer.id}
              onChange={(id) => choose("customer", id)}
              label={t("sandbox.who")}
              hideLabel
            />
          </header>
          <div className="meta__levers meta__levers--row" key={customer.id}>
            <WindowCard customer={customer} />
            <InboxCard customer={customer} />
            <ControlCard customer={customer} />
            <DeletionCard customer={customer} />
          </div>
        </section>
      )}
      {page !== undefined && (
        <section className="meta__group" aria-label={t("sandbox.meta.page")}>
          <header className="meta__head">
            <h2 className="meta__title">{t("sandbox.meta.page")}</h2>
            <PageSelect pages={pages} value={page.id} onChange={(id) => id !== null && choose("page", id)} />
          </header>
          <div className="meta__levers" key={page.id}>
            <TokenCard page={page} />
            <PermissionsCard page={page} />
            <SubscriptionCard page={page} />
            <RestrictionCard page={page} />
            <ExpiryCard page={page} />
          </div>
        </section>
      )}
      <section className="meta__group" aria-label={t("sandbox.meta.calls")}>
        <header className="meta__head">
          <h2 className="meta__title">{t("sandbox.meta.calls")}</h2>
        </header>
        <div className="meta__levers">
          <FaultCard />
          <BehaviourCard />
          <UsageCard />
          <LimitsCard />
          <DeauthoriseCard />
          <AnewCard />
        </div>
      </section>
    </main>
  );
}
