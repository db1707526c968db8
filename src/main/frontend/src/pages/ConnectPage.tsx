import { Navigate, useParams } from "react-router";
import { mayChangePages } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { ChoosePages } from "./ChoosePages";
import "../styles/pages.scss";

/** Where the browser comes back from Facebook's dialog. */
export default function ConnectPage() {
  const { state = "" } = useParams();
  return (
    <SignedIn>
      {(me) =>
        mayChangePages(me) ? (
          <Workplace me={me}>
            <ChoosePages state={state} />
          </Workplace>
        ) : (
          <Navigate to="/pages" replace />
        )
      }
    </SignedIn>
  );
}
