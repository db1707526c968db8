import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { createCustomer, fetchCustomers } from "../api/sandbox";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { apply } from "./apply";
import { CustomerList } from "./CustomerList";
import { sandboxKeys } from "./cache";
import { CustomerThread } from "./thread/CustomerThread";
import { usePages } from "./usePages";

/** All customers, and the thread of the one who is played. */
export function CustomersView({ id }: { id: string | undefined }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const pages = usePages();
  const [page, setPage] = useState<string | null>(null);
  const customers = useQuery({ queryKey: sandboxKeys.customers, queryFn: fetchCustomers });
  const create = useMutation({
    mutationFn: () => createCustomer(page),
    onSuccess: (customer) => {
      // A list on its way may have been read before, and would not have them.
      if (client.isFetching({ queryKey: sandboxKeys.customers }) > 0)
        void client.cancelQueries({ queryKey: sandboxKeys.customers }).then(() => customers.refetch());
      apply(client, "customer", customer);
      void navigate(`/sandbox/${encodeURIComponent(customer.id)}`);
    },
  });
  const open = customers.data?.find((customer) => customer.id === id);

  return (
    <div className={`sandbox__zones ${open === undefined ? "" : "sandbox__zones--open"}`}>
      <CustomerList
        customers={customers.data?.filter((customer) => page === null || customer.page === page)}
        pages={pages}
        page={page}
        onPage={setPage}
        failed={customers.isError || create.isError}
        openId={id}
        onCreate={() => create.mutate()}
        creating={create.isPending}
      />
      <main className="sandbox__main">
        {open === undefined ? (
          <Empty title={t("sandbox.empty")} detail={t("sandbox.emptyDetail")} />
        ) : (
          <CustomerThread key={open.id} customer={open} page={pages.find(({ id }) => id === open.page)} />
        )}
      </main>
    </div>
  );
}
