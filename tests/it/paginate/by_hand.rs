//! An implementation by hand, and code that is generic over both.

use tencent_action::{PageInfo, Position};

use super::*;

/// Pages of two lists, asked for by a range.
#[tencent_action(service = "example", version = "2020-01-01", response = Groups)]
struct DescribeGroups {
    range: String,
}

#[tencent_data]
struct Groups {
    odd: Vec<u64>,
    even: Vec<u64>,
}

impl PaginatedAction for DescribeGroups {
    type Item = u64;

    fn position(&self) -> Position {
        Position::Offset(self.range.split('-').next().unwrap().parse().unwrap())
    }

    fn go_to(&mut self, position: &Position) -> bool {
        let Position::Offset(offset) = position else { return false };
        self.range = format!("{offset}-{}", offset + 10);
        true
    }

    fn page(groups: &Groups) -> PageInfo {
        PageInfo::of(groups.odd.len() + groups.even.len()).total(25)
    }

    fn items(groups: Groups) -> Vec<u64> {
        groups.odd.into_iter().chain(groups.even).collect()
    }
}

async fn sorted<A: PaginatedAction<Item: Ord>>(client: &Client, request: A) -> Vec<A::Item> {
    let mut items = client.pages(request).items().all().await.unwrap();
    items.sort();
    items
}

#[tokio::test]
async fn an_implementation_by_hand_is_as_good() {
    let (cloud, client) = answering::<DescribeGroups>(|asked| {
        let offset = asked["Range"].as_str().unwrap().split('-').next().unwrap().parse().unwrap();
        let (even, odd): (Vec<_>, Vec<_>) = slice(25, offset, 10).into_iter().partition(|i| i % 2 == 0);
        Ok(json!({ "Odd": odd, "Even": even }))
    });
    assert_eq!(sorted(&client, DescribeGroups { range: "0-10".into() }).await, numbers(0..25));
    assert_eq!(sent(&cloud, "Range"), ["0-10", "10-20", "20-30"]);
}
