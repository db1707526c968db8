import { Button } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { fetchProfile, type Page } from "../api/pages";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { ProfileEditor } from "./ProfileEditor";

/** What customers see of the Page in Messenger, as Facebook tells it. */
export function ProfileSection({ page, admin }: { page: Page; admin: boolean }) {
  const { t } = useI18n();
  const profile = useQuery({
    queryKey: keys.profile(page.id),
    queryFn: () => fetchProfile(page.id),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <section className="panel panel--wide" aria-labelledby="profile" data-testid="profile">
      <h2 id="profile" className="panel__title">
        {t("profile.title")}
      </h2>
      <p className="panel__lead">{t("profile.lead")}</p>
      {profile.data !== undefined && (
        <ProfileEditor key={profile.dataUpdatedAt} page={page} profile={profile.data} admin={admin} />
      )}
      {profile.isPending && <Skeleton lines={5} />}
      {profile.isError && (
        <Empty title={t("profile.failed")} detail={errorWords(profile.error, t)}>
          <Button kind="tertiary" size="sm" onClick={() => void profile.refetch()}>
            {t("list.retry")}
          </Button>
        </Empty>
      )}
    </section>
  );
}
