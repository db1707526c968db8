package dev.pupitre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTests {
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger commits = new AtomicInteger();

    @AfterEach
    void stopWriters() {
        writers.shutdownNow();
    }

    @Test
    void answersAWriteOnlyAfterItsCommitAndSyncHaveFinished() {
        CountDownLatch disk = new CountDownLatch(1);
        GroupCommit group = new GroupCommit(commits::incrementAndGet, () -> awaitUninterrupted(disk));

        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> group.write(() -> "done"), writers);

        await().untilAtomic(commits, is(1));
        assertThat(answer).isNotDone();
        disk.countDown();
        assertThat(answer).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("done");
    }

    @Test
    void letsThoseWhoWroteDuringASyncShareTheNextCommit() {
        CountDownLatch disk = new CountDownLatch(1);
        CountDownLatch applied = new CountDownLatch(20);
        GroupCommit group = new GroupCommit(commits::incrementAndGet, () -> awaitUninterrupted(disk));
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> group.write(() -> "first"), writers);
        await().untilAtomic(commits, is(1));

        List<CompletableFuture<Void>> followers = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> group.write(() -> {
                            applied.countDown();
                            return "next";
                        }),
                        writers))
                .limit(20)
                .toList();
        awaitUninterrupted(applied);
        disk.countDown();

        CompletableFuture.allOf(followers.toArray(CompletableFuture[]::new)).join();
        first.join();
        assertThat(commits).hasValueBetween(2, 3);
    }

    @Test
    void commitsBeforeARefusalIsAnswered() {
        GroupCommit group = new GroupCommit(commits::incrementAndGet, () -> {});

        assertThatIllegalStateException()
                .isThrownBy(() -> group.write(() -> {
                    throw new IllegalStateException("a duplicate");
                }));

        assertThat(commits).hasValue(1);
    }

    @Test
    void answersAFailedCommitWithTheFailureAndTriesAgainForTheNextWriter() {
        GroupCommit group = new GroupCommit(
                () -> {
                    if (commits.incrementAndGet() == 1) {
                        throw new IllegalStateException("disk full");
                    }
                },
                () -> {});

        assertThatIllegalStateException()
                .isThrownBy(() -> group.write(() -> "lost"))
                .withMessage("disk full");
        assertThat(group.write(() -> "kept")).isEqualTo("kept");
    }

    @Test
    void cutsNoCommitWhileAWriteIsHalfDone() {
        AtomicInteger half = new AtomicInteger();
        GroupCommit group = new GroupCommit(() -> assertThat(half).hasValue(0), () -> {});

        List<CompletableFuture<Integer>> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> group.write(() -> halfByHalf(half)), writers))
                .limit(200)
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer)
                        .succeedsWithin(Duration.ofSeconds(10))
                        .isNotNull());
    }

    private static Integer halfByHalf(AtomicInteger half) {
        half.incrementAndGet();
        LockSupport.parkNanos(1_000);
        return half.decrementAndGet();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
