//! Parameters of declared actions, by the names that the vendor documents.

use serde_json::{Value, json};

use super::dice::Dice;
use super::values::Members;

/// Parameters of one of the examples' actions; what isn't required isn't always there.
pub(super) fn parameters(dice: &mut Dice, action: &str) -> Members {
    let all = match action {
        "ProcessMedia" => process_media(dice),
        "DescribeTasks" => describe_tasks(dice),
        _ => json!({ "TaskId": dice.text(), "SubAppId": dice.roll() }),
    };
    let Value::Object(all) = all else { unreachable!("these are objects") };
    Members(all.into_iter().filter(|(name, _)| name == "TaskId" || !dice.one_in(4)).collect())
}

fn process_media(dice: &mut Dice) -> Value {
    let template = |dice: &mut Dice| json!({ "Definition": dice.below(1000) });
    let transcode = |dice: &mut Dice| json!({ "Definition": dice.below(1000), "StartTimeOffset": 0.5, "EndTimeOffset": dice.one_of(&[-1.25, 1e21]) });
    json!({
        "FileId": dice.text(),
        "MediaStoragePath": dice.text(),
        "SubAppId": dice.roll(),
        "MediaProcessTask": {
            "TranscodeTaskSet": (0..=dice.below(12)).map(|_| transcode(dice)).collect::<Vec<_>>(),
            "AdaptiveDynamicStreamingTaskSet": [template(dice)],
            "SampleSnapshotTaskSet": [template(dice), template(dice)],
        },
        "TasksPriority": dice.one_of(&[-10, 0, 10]),
        "TasksNotifyMode": dice.one_of(&["Finish", "Change", "None", "Later"]),
        "SessionContext": dice.text(),
        "SessionId": dice.text(),
    })
}

fn describe_tasks(dice: &mut Dice) -> Value {
    json!({
        "SubAppId": dice.roll(),
        "Status": dice.one_of(&["WAITING", "PROCESSING", "FINISH"]),
        "FileId": dice.text(),
        "CreateTime": { "After": "2018-10-01T10:00:00Z", "Before": "2018-10-01T10:00:00+08:00" },
        "Sort": { "Field": "CreateTime", "Order": dice.one_of(&["Asc", "Desc"]) },
        "Limit": dice.below(100),
        "ScrollToken": dice.text(),
    })
}
