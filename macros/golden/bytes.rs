#[tencent_action(service = "cls", version = "2020-10-16", unsigned)]
pub struct UploadLog<'a> {
    pub topic_id: String,
    #[tencent(body)]
    pub log: &'a [u8],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compress_type: Option<String>,
}
