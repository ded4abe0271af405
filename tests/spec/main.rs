//! Reads the vendor's published metadata whole, and counts. It isn't part of the project: see `metadata()`.
//!
//! Of the one edition: `TENCENT_ACTION_METADATA=DIRECTORY cargo test --release -p tencent-action-tests --test spec`.

mod declarations;

use tencent_action::spec::{Lock, Member, MemberKind, Metadata, ServiceSpec};

fn metadata() -> Metadata {
    Metadata::find().unwrap_or_else(|error| panic!("{error}"))
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    versions: usize,
    actions: usize,
    objects: usize,
    members: usize,
    examples: usize,
    deprecated: usize,
    unsigned: usize,
}

/// Of tccli 3.1.189.1.
const MAINLAND: Counts = Counts {
    versions: 300,
    actions: 16_204,
    objects: 48_044,
    members: 217_211,
    examples: 18_263,
    deprecated: 892,
    unsigned: 2,
};

/// Of tccli-intl-en 3.1.193.1.
const INTERNATIONAL: Counts = Counts {
    versions: 160,
    actions: 9_678,
    objects: 28_563,
    members: 125_759,
    examples: 10_602,
    deprecated: 480,
    unsigned: 2,
};

fn members(spec: &ServiceSpec) -> impl Iterator<Item = &Member> {
    let roots = spec.actions.values().flat_map(|action| action.input.iter().chain(&action.output));
    roots.chain(spec.data.values().flat_map(|data| &data.members))
}

fn add(counts: &mut Counts, metadata: &Metadata, spec: &ServiceSpec) {
    let examples = metadata.examples(&spec.service, &spec.version).unwrap_or_else(|error| panic!("{error}"));
    assert!(examples.keys().all(|action| spec.actions.contains_key(action)), "{} {}", spec.service, spec.version);
    counts.versions += 1;
    counts.actions += spec.actions.len();
    counts.objects += 2 * spec.actions.len() + spec.data.len();
    counts.members += members(spec).count();
    counts.examples += examples.values().map(Vec::len).sum::<usize>();
    counts.deprecated += members(spec).filter(|member| member.deprecated).count();
    counts.unsigned += spec.actions.values().filter(|action| action.unsigned).count();
}

fn is_known(kind: &MemberKind) -> bool {
    match kind {
        MemberKind::Unknown(_) => false,
        MemberKind::List(item) => is_known(item),
        _ => true,
    }
}

#[test]
fn all_is_read() {
    let metadata = metadata();
    let mut counts = Counts::default();
    for service in metadata.services() {
        for version in metadata.versions(service) {
            let spec = metadata.load(service, version).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!((spec.service.as_str(), spec.version.as_str()), (service, version));
            for member in members(&spec) {
                assert!(is_known(&member.kind), "{service} {version}: {}: {}", member.name, member.kind);
                let described = member.kind.data_name().is_none_or(|name| spec.data.contains_key(name));
                assert!(described, "{service} {version}: {}: {}", member.name, member.kind);
            }
            add(&mut counts, &metadata, &spec);
        }
    }
    assert!([MAINLAND, INTERNATIONAL].contains(&counts), "another version of tccli? {counts:?}");
}

#[test]
fn actions_are_found() {
    let metadata = metadata();
    let first = |query: &str| metadata.search(query).unwrap_or_else(|error| panic!("{error}")).into_iter().next();
    for (query, service, action) in [
        ("ManageTask", "mps", Some("ManageTask")),
        ("vod ManageTask", "vod", Some("ManageTask")),
        ("vod abort task", "vod", Some("ManageTask")),
        ("describe task detail vod", "vod", Some("DescribeTaskDetail")),
        ("vod", "vod", None),
        ("as", "as", None),
    ] {
        let hit = first(query).unwrap_or_else(|| panic!("nothing found for {query}"));
        assert_eq!((hit.service.as_str(), hit.action.as_deref()), (service, action), "{query}");
    }
    assert_eq!(first("nosuchwordanywhere"), None);
}

/// Of each version of each service, all actions go into a lock and come back.
#[test]
fn all_of_it_has_a_form_in_a_lock() {
    let metadata = metadata();
    for service in metadata.services() {
        for version in metadata.versions(service) {
            let spec = metadata.load(service, version).unwrap_or_else(|error| panic!("{error}"));
            let lock = Lock::new(&spec, spec.actions.keys()).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(
                Lock::read(&lock.to_string()).unwrap_or_else(|error| panic!("{error}")),
                lock,
                "{service} {version}"
            );
            assert_eq!(lock.changes(&spec).unwrap_or_else(|error| panic!("{error}")), [], "{service} {version}");
            assert_eq!(lock.data_types().count(), spec.data.len(), "{service} {version}");
        }
    }
}
