-- What the simulator remembers for itself. Never captured: a marketplace would not know its own future.
create schema simulator;

create table simulator.history (
    id smallint primary key check (id = 1),
    options jsonb not null
);

-- One row per event that is still to come. Applied and deleted in one transaction.
create table simulator.pending_event (
    pending_event_id bigint generated always as identity primary key,
    due_at timestamptz not null,
    payload jsonb not null
);

create index pending_event_due on simulator.pending_event (due_at, pending_event_id);
