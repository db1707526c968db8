package dev.pupitre.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets concurrent writers share one commit, and answers none of them before a commit with its change has finished. */
class GroupCommit {
    /** Shared by the writers, and exclusive while a commit is cut: no commit may hold half of a write. */
    private final ReadWriteLock cut = new ReentrantReadWriteLock();

    private final Lock committing = new ReentrantLock();
    private final AtomicLong applied = new AtomicLong();
    private final Runnable commit;
    private final Runnable sync;
    private long committed;

    /**
     * @param commit makes what was applied durable; no writer is at work meanwhile
     * @param sync runs after each commit, beside the next writers
     */
    GroupCommit(Runnable commit, Runnable sync) {
        this.commit = commit;
        this.sync = sync;
    }

    /** Applies the change and waits for its commit, even if it fails: a refusal may rest on what another just wrote. */
    <T> T write(Supplier<T> change) {
        cut.readLock().lock();
        try {
            return change.get();
        } finally {
            long ticket = applied.incrementAndGet();
            cut.readLock().unlock();
            awaitCommitOf(ticket);
        }
    }

    /** Does something to the whole store between two commits, such as moving its data about. */
    void exclusively(Runnable work) {
        cut.writeLock().lock();
        try {
            work.run();
        } finally {
            cut.writeLock().unlock();
        }
    }

    private void awaitCommitOf(long ticket) {
        committing.lock();
        try {
            if (committed >= ticket) {
                return;
            }
            long upTo = cutCommit();
            sync.run();
            committed = upTo;
        } finally {
            committing.unlock();
        }
    }

    private long cutCommit() {
        cut.writeLock().lock();
        try {
            commit.run();
            return applied.get();
        } finally {
            cut.writeLock().unlock();
        }
    }
}
