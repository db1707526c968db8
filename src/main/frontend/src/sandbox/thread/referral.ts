import type { Referral } from "../../api/sandboxTypes";

export type ReferralForm = { way: "link" | "ad"; ref: string; adId: string; adTitle: string };
export const NO_REFERRAL: ReferralForm = { way: "link", ref: "", adId: "", adTitle: "" };

/** Only what m.me's `ref` may be made of (Messenger Platform, "m.me links"). */
const REF = /^[A-Za-z0-9\-_=]*$/;
const MOST = 250;

export const refFault = (ref: string) => !REF.test(ref) || ref.length > MOST;

/** What the webhook says of how the customer came (reference of `messaging_referrals`). */
export function referralOf({ way, ref, adId, adTitle }: ReferralForm): Referral {
  const named = ref === "" ? {} : { ref };
  if (way === "link") return { ...named, source: "SHORTLINK", type: "OPEN_THREAD" };
  return { ...named, source: "ADS", type: "OPEN_THREAD", adId, ...(adTitle !== "" && { adTitle }) };
}

export function mayRefer({ way, ref, adId }: ReferralForm): boolean {
  return !refFault(ref) && (way === "link" || /^\d+$/.test(adId));
}
