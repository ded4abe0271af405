#[tencent_action(service = "cwp", version = "2018-02-28")]
#[serde(rename_all = "camelCase")]
struct ModifyThing {
    #[serde(rename = "hadAutoFixVul")]
    had: bool,
    #[serde(alias = "Old", alias = "Older", default)]
    new: Vec<String>,
    #[serde(default = "ten", skip_serializing_if = "crate::is_ten")]
    limit: u64,
}
