import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate, useParams } from "react-router";
import { createCustomer, fetchCustomers } from "../api/sandbox";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { Preferences } from "../shell/Preferences";
import { CustomerList } from "./CustomerList";
import { CustomerThread } from "./CustomerThread";
import { sandboxKeys } from "./cache";
import { applyToCustomers, useSandboxFeed } from "./useSandboxFeed";
import "../styles/sandbox.scss";

/** Plays a Facebook user against the real webhooks; it never looks like the desk. */
export default function SandboxPage() {
  const { t } = useI18n();
  const { id } = useParams();
  const client = useQueryClient();
  const navigate = useNavigate();
  const line = useSandboxFeed();
  const customers = useQuery({ queryKey: sandboxKeys.customers, queryFn: fetchCustomers });
  const create = useMutation({
    mutationFn: createCustomer,
    onSuccess: (customer) => {
      applyToCustomers(client, customer);
      void navigate(`/sandbox/${encodeURIComponent(customer.id)}`);
    },
  });
  const open = customers.data?.find((customer) => customer.id === id);

  useEffect(() => {
    document.title = open === undefined ? t("sandbox.title") : `${open.name} · ${t("sandbox.title")}`;
  }, [open, t]);

  return (
    <div className="sandbox">
      <header>
        <p className="sandbox__banner">
          <span>{t("sandbox.banner")}</span>
          <a href="/desk" target="_blank" rel="noopener">
            {t("sandbox.toDesk")}
          </a>
        </p>
        <div className="sandbox__bar">
          <p className="sandbox__brand">{t("sandbox.title")}</p>
          <span className="sandbox__line" role="status">
            {line === "down" && t("live.down")}
          </span>
          <Preferences />
        </div>
      </header>
      <div className="sandbox__zones">
        <CustomerList
          customers={customers.data}
          failed={customers.isError || create.isError}
          openId={id}
          onCreate={() => create.mutate()}
          creating={create.isPending}
        />
        <main className="sandbox__main">
          {open === undefined ? (
            <Empty title={t("sandbox.empty")} detail={t("sandbox.emptyDetail")} />
          ) : (
            <CustomerThread key={open.id} customer={open} />
          )}
        </main>
      </div>
    </div>
  );
}
