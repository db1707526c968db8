package dev.pupitre.conversation;

import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.PackagedTables;
import dev.pupitre.graph.GraphApi;
import dev.pupitre.graph.GraphComments;
import dev.pupitre.graph.GraphFiles;
import dev.pupitre.graph.GraphPersonas;
import dev.pupitre.graph.GraphThreads;
import dev.pupitre.graph.GraphUsage;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.page.PageEvent;
import dev.pupitre.page.Pages;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.gridfs.GridFsTemplate;

/** The whole room on a real store, with the other rooms' faces in the test's hand. */
final class ConversationRoom implements AutoCloseable {
    static final PageId PAGE = new PageId("100");
    static final Caller ALICE = new Caller(new UserId("alice"), "Alice", Set.of(Role.AGENT));
    static final Caller BRUNO = new Caller(new UserId("bruno"), "Bruno", Set.of(Role.AGENT));
    static final CampaignId CAMPAIGN = new CampaignId("default");

    final MovableClock clock = new MovableClock();
    final TestDatabase database;
    private final Neighbours neighbours = new Neighbours(clock);
    final GraphApi graph = neighbours.graph;
    final GraphComments graphComments = neighbours.graphComments;
    final GraphFiles graphFiles = neighbours.graphFiles;
    final GraphPersonas graphPersonas = neighbours.graphPersonas;
    final GraphThreads graphThreads = neighbours.graphThreads;
    final Engine engine = neighbours.engine;
    final Pages pages = neighbours.pages;
    final Campaigns campaigns = neighbours.campaigns;
    final List<EngineMessage> published = neighbours.published;
    final List<LiveEvent> announced = neighbours.announced;
    final List<Object> happened = new CopyOnWriteArrayList<>();
    final LiveConversations live;
    final LiveCourse course;
    final LiveEndings endings;
    final LiveSweeps sweeps;
    final KnownThreads knownThreads;
    final Recordings recordings;
    final ProcessedEvents processed;
    final TakenStarts starts;
    final Fresh fresh = new Fresh();
    final OutboxLanes lanes;
    final OutgoingMessages outgoing;
    final Filing filing;
    final Closing closing;
    final Profiles profiles;
    final Files files;
    final Uploads uploads;
    final MessagingRules rules;
    final Transcripts transcripts;
    final VerdictCounts verdictCounts;
    final Outbox outbox;
    final Replies replies;
    final Comments comments;
    final Ways ways;
    final AutomaticMessages automatic;
    final ThreadControl control;
    final Gestures gestures;
    final Signals signals;
    final OpeningHours hours;
    final Conversations conversations;
    final Resolutions resolutions;
    final ConversationArchive archive;
    final Openings openings;
    final Relay relay;
    final PendingEvents pending;
    final Inbox inbox;
    final Sweeper sweeper;
    final Fetching fetching;
    final MetaFiles meta = new MetaFiles();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    ConversationRoom() {
        this(new TestDatabase());
    }

    Postscripts postscripts() {
        return new Postscripts(
                recordings, knownThreads, rules, lanes, outbox, new Announcements(neighbours.feed), new Ids(), clock);
    }

    /** Another node, or the same one after a crash, on the same store. */
    ConversationRoom(TestDatabase shared) {
        database = shared;
        live = new LiveConversations(shared.template());
        course = new LiveCourse(live);
        endings = new LiveEndings(live);
        sweeps = new LiveSweeps(shared.template());
        knownThreads = new KnownThreads(shared.template());
        recordings = new Recordings(shared.template(), knownThreads);
        var mongo = shared.template();
        var ids = new Ids();
        var announcements = new Announcements(neighbours.feed);
        transcripts = new Transcripts(mongo);
        verdictCounts = new VerdictCounts(mongo);
        var places = new MessagePlaces(mongo, live, recordings, knownThreads);
        comments = new Comments(places);
        var scheduler = new HastyScheduler();
        live.declareIndexes();
        processed = new ProcessedEvents(mongo, clock, RoomSettings.CONVERSATION);
        lanes = new OutboxLanes(mongo, clock, RoomSettings.OUTBOX);
        var startFacts = new StartFacts(pages);
        var beginningAgain = new BeginningAgain(engine, live, startFacts, RoomSettings.CONVERSATION);
        starts = new TakenStarts(live);
        signals = new Signals(
                engine, live, starts, startFacts, neighbours.campaigns, beginningAgain, RoomSettings.CONVERSATION);
        var pace = new PagePace(RoomSettings.OUTBOX, mock(GraphUsage.class), new SimpleMeterRegistry());
        files = new Files(new GridFsTemplate(mongo.getMongoDatabaseFactory(), mongo.getConverter()), mongo, ids);
        uploads = new Uploads(mongo, files, clock);
        var personas =
                new Personas(mongo, graphPersonas, new PersonaProperties(true, "https://desk.example/{agent}.png"));
        var dispatch = new Dispatch(graph, graphComments, graphFiles, files, uploads, personas);
        rules = new MessagingRules(
                PackagedTables.decisionTables(), comments, pages, new Verdicts(verdictCounts, transcripts), clock);
        var setbacks = new Setbacks(lanes, transcripts, announcements, pages, RoomSettings.OUTBOX, clock);
        var delivery = new Delivery(
                lanes, transcripts, comments, announcements, rules, dispatch, setbacks, pages, pace, clock);
        outbox = new Outbox(lanes, transcripts, delivery, setbacks, RoomSettings.OUTBOX, scheduler, clock);
        var hosts = new FileHosts(RoomSettings.FETCH, meta.base());
        var download = new FileDownload(hosts, RoomSettings.FETCH);
        var pendingFetches = new PendingFetches(mongo, clock);
        fetching =
                new Fetching(pendingFetches, download, files, places, live, announcements, RoomSettings.FETCH, meters);
        var attachments = new Attachments(hosts, ids);
        filing = new Filing(live, recordings, processed, outbox, fetching, happened::add);
        closing = new Closing(live, endings, filing, announcements, clock);
        hours = new OpeningHours(PackagedTables.decisionTables());
        var clocks = new ResponseClocks(neighbours.campaigns, hours, course);
        var hands = new Hands(live, new LiveHands(live), signals, announcements, ids, clock);
        conversations = new Conversations(live, recordings, course, fresh, sweeps, hands, announcements, clocks, clock);
        resolutions = new Resolutions(conversations, endings, signals, announcements, clock);
        outgoing = new OutgoingMessages(live);
        replies = new Replies(
                conversations,
                outgoing,
                transcripts,
                new ReplyParts(comments, uploads, ids),
                rules,
                outbox,
                announcements,
                clock);
        ways = new Ways(comments);
        automatic = new AutomaticMessages(conversations, outgoing, rules, ways, outbox, announcements, ids, clock);
        var open = new OpenTranscripts(live);
        var handovers = new Handovers(new LiveService(live, clocks), open, announcements, happened::add, ids, clock);
        control = new ThreadControl(conversations, handovers, graphThreads, pages, clock);
        gestures = new Gestures(
                conversations, transcripts, announcements, rules, graphThreads, graphComments, pages, clock);
        archive = new ConversationArchive(mongo, conversations, recordings);
        var pictures = new Pictures(download, files);
        profiles = new Profiles(
                graph,
                pages,
                live,
                recordings,
                knownThreads,
                pictures,
                files,
                announcements,
                RoomSettings.CONVERSATION,
                clock);
        var posts = new Posts(graphComments, pages, pictures, live, announcements);
        openings = new Openings(
                live,
                new BlockedArrivals(new Customers(mongo), recordings, knownThreads, processed, fetching, clock),
                knownThreads,
                processed,
                filing,
                fresh,
                signals,
                announcements,
                profiles,
                posts,
                fetching,
                pages,
                ids,
                clock);
        var arrivals = new Arrivals(
                open,
                live,
                knownThreads,
                openings,
                new Shortening(live, recordings, processed),
                attachments,
                fetching,
                handovers,
                new StaticListableBeanFactory().getBeanProvider(Afterwards.class),
                signals,
                clocks,
                announcements,
                ids,
                clock);
        var echoes = new Echoes(
                live,
                places,
                transcripts,
                lanes,
                new Confirmations(transcripts, places, comments, announcements, outbox),
                new Overhearing(open, announcements, fetching, ids, clock),
                attachments,
                ids);
        var amendments = new Amendments(places, open, knownThreads, files, announcements);
        var unrecognised = new UnrecognisedEvents(mongo, clock);
        var intake = new Intake(
                arrivals,
                echoes,
                new Receipts(live, recordings, knownThreads, transcripts, announcements),
                amendments,
                new Asides(open, recordings, knownThreads, announcements, ids, clock),
                handovers,
                new Wall(
                        arrivals,
                        echoes,
                        amendments,
                        attachments,
                        new TopComments(new CommentThreads(mongo), live, knownThreads, graphComments, pages),
                        ids),
                new PageNotices(pages, unrecognised));
        pending = new PendingEvents(mongo, clock);
        relay = new Relay(processed, intake, pending, meters, RoomSettings.CONVERSATION, clock);
        inbox = new Inbox(pending, relay, clock);
        sweeper = sweeper(new Indexes(
                pending,
                live,
                recordings,
                processed,
                lanes,
                pendingFetches,
                unrecognised,
                new Customers(mongo),
                new Mentions(mongo, mock())));
    }

    Sweeper sweeper(Indexes indexes) {
        return new Sweeper(
                pending,
                relay,
                sweeps,
                indexes,
                processed,
                signals,
                outbox,
                lanes,
                fetching,
                RoomSettings.CONVERSATION,
                clock);
    }

    /** Meta tells us of these. */
    void told(InboundEvent... events) {
        inbox.accept(List.of(events));
    }

    /** The customer writes, and Meta tells us. */
    void customerWrites(String customer, String mid, String text) {
        inbox.accept(List.of(message(customer, mid, text)));
    }

    MessageReceived message(String customer, String mid, String text) {
        return new MessageReceived(PAGE, customer, clock.instant(), mid, text);
    }

    /** What a webhook leaves in the inbox. */
    Inbox.Pending pending(String customer, String mid, String text) {
        var event = message(customer, mid, text);
        return new Inbox.Pending(event.key(), event, clock.instant(), null);
    }

    /** Every event is done with, and none waits for a message. */
    boolean hasNothingPending() {
        processed.flush();
        return database.template().count(new Query(), Inbox.COLLECTION) == 0;
    }

    /** The open conversation of this customer, as soon as the relay has it with so many messages. */
    StoredConversation openWith(String customer, int messages) {
        await().until(() -> live.find(thread(customer))
                .filter(found -> found.view().messageCount() >= messages)
                .isPresent());
        return live.find(thread(customer)).orElseThrow();
    }

    /** The process has queued the customer's conversation, and it was given to Alice. */
    ConversationId givenToAlice(String customer) {
        customerWrites(customer, customer + "-first", "Hello");
        var id = openWith(customer, 1).conversationId();
        conversations.queue(id, CAMPAIGN, 0, null, null);
        conversations.assign(id, ALICE.id(), ALICE.displayName());
        return id;
    }

    Message reply(Caller agent, ConversationId id, String text, @Nullable String key) {
        return replies.reply(agent, id, Reply.of(text, key));
    }

    /** Meta lets the Page's people answer for seven days. */
    void grantHumanAgent() {
        neighbours.grantHumanAgent();
    }

    /** What held the Page is over. */
    void mend() {
        neighbours.release();
        outbox.on(new PageEvent.Mended(PAGE));
    }

    static String thread(String customer) {
        return "m:" + PAGE + ":" + customer;
    }

    /** The engine has taken all there was for it. */
    boolean isNothingDue(ConversationId id) {
        starts.flush();
        return conversations.stored(id).due().isEmpty();
    }

    boolean isNothingDueForEngine(ConversationId id) {
        return conversations.stored(id).due().stream()
                .noneMatch(due -> due.kind().isForEngine());
    }

    List<String> publishedNames() {
        return published.stream().map(EngineMessage::name).toList();
    }

    @Override
    public void close() {
        meta.close();
        database.close();
    }
}
