import { useParams } from "react-router";
import { SignedIn } from "../shell/SignedIn";
import { Desk } from "./Desk";
import "../styles/desk.scss";

/** The desk of an agent. */
export default function DeskPage() {
  const { id } = useParams();
  return <SignedIn>{(me) => <Desk me={me} openId={id} />}</SignedIn>;
}
