#[tencent_data]
pub struct MediaInfo<T> {
    pub file_id: String,
    pub r#type: Option<String>,
    #[serde(with = "seconds")]
    pub duration: Option<Duration>,
    pub tags: Vec<T>,
    #[serde(flatten)]
    pub rest: HashMap<String, Box<Self>>,
}
