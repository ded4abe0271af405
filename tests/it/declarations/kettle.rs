use tencent_action::{serde_json, tencent_action, tencent_data};

/// Takes a kettle by another's token
#[tencent_action(
    service = "kettle",
    version = "2024-05-01",
    response = AssumeKettleResponse,
    unsigned
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AssumeKettle {
    /// The other's token.
    pub token: String,
}

/// What `AssumeKettle` answers.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AssumeKettleResponse {
    pub kettle: Option<OptionData>,
}

/// Boils water
///
/// Heats it until it boils.
///
/// See [the manual](https://kettle.example/boil?a=1&b=2), below, or <https://kettle.example>. Mind
/// \[the steam\] and \<Steam>.
#[tencent_action(
    service = "kettle",
    version = "2024-05-01",
    response = BoilWaterResponse
)]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BoilWater {
    /// How much.
    pub litres: f64,
    /// Up to 64 characters.
    #[tencent(client_token)]
    pub client_token: Option<String>,
    /// The sort of water.
    ///
    /// Default value: TAP.
    pub r#type: Option<BoilWaterType>,
    pub super_: Option<bool>,
    /// Where it is.
    #[serde(rename = "IPv6Addresses")]
    pub ipv6_addresses: Option<Vec<String>>,
    pub d_n_s_format: Option<String>,
    pub dns_format: Option<String>,
    #[serde(rename = "TeaIDs")]
    pub tea_ids: Option<Vec<i64>>,
    /// For example 2024-05-01T12:00:00+08:00.
    pub until: Option<String>,
    /// It whistles anyway.
    #[deprecated]
    pub whistle: Option<String>,
    pub valve: Option<Valve>,
    /// - first
    /// - second, which is so long that it takes more than a line of a hundred columns to say it
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "hadLime")]
    pub had_lime: Option<u64>,
}

/// What `BoilWater` answers.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BoilWaterResponse {
    #[serde(rename = "TaskID")]
    pub task_id: Option<String>,
}

/// Brews tea. Takes `3` minutes.
///
/// ```text
/// { "Tea": [1] }
/// ```
#[tencent_action(service = "kettle", version = "2024-05-01", response = BrewResponse)]
#[derive(Debug, Clone, PartialEq)]
pub struct Brew {
    pub tea: LeafLabel,
}

/// What `Brew` answers.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BrewResponse {
    pub brew: Option<BrewData>,
}

/// Lists what is brewed
#[tencent_action(
    service = "kettle",
    version = "2024-05-01",
    response = DescribeBrewsResponse,
    idempotent,
    paginate(offset, total = total_count, items = brew_set, item = BrewData)
)]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DescribeBrews {
    pub status: Option<Status>,
    /// Default: 0.
    pub offset: Option<u64>,
    /// At most 100, \[1, 100\].
    pub limit: Option<u64>,
}

/// What `DescribeBrews` answers.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DescribeBrewsResponse {
    pub total_count: Option<i64>,
    pub brew_set: Vec<BrewData>,
}

/// Lists teas
#[tencent_action(
    service = "kettle",
    version = "2024-05-01",
    response = ListTeasResponse,
    idempotent,
    paginate(
        token = page_token,
        next = data.next_page_token,
        more = data.has_more,
        items = data.items,
        item = Tea
    )
)]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ListTeas {
    pub page_token: Option<String>,
}

/// What `ListTeas` answers.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ListTeasResponse {
    pub data: Option<TeaPage>,
}

#[tencent_action(service = "kettle", version = "2024-05-01")]
#[derive(Debug, Clone, PartialEq)]
pub struct Ping;

/// Pours, and tells how it goes
#[tencent_action(service = "kettle", version = "2024-05-01", stream = serde_json::Value)]
#[derive(Debug, Clone, PartialEq)]
pub struct PourSSE {
    pub cups: i64,
    pub stream: Option<bool>,
}

/// Lists old kettles
#[tencent_action(
    service = "kettle",
    version = "2024-05-01",
    response = QueryOldKettlesResponse,
    idempotent
)]
#[derive(Debug, Clone, PartialEq)]
#[deprecated]
pub struct QueryOldKettles;

/// What `QueryOldKettles` answers.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QueryOldKettlesResponse {
    pub kettles: Vec<OptionData>,
}

/// Uploads the picture of a leaf
#[tencent_action(service = "kettle", version = "2024-05-01")]
#[derive(Debug, Clone, PartialEq)]
pub struct UploadLeaf {
    /// The picture.
    #[tencent(binary)]
    pub file: Vec<u8>,
    pub label: Option<LeafLabel>,
}

/// Values of `Type`.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum BoilWaterType {
    /// from the tap
    Tap,
    /// with lime
    HardWater,
    /// Any other value.
    Other(String),
}

/// What is brewed.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BrewData {
    /// 状态
    pub status: Option<Status>,
    pub mode: Option<BrewDataMode>,
    pub details: Option<serde_json::Value>,
    pub tags: Vec<Tag>,
    pub temperatures: Vec<f64>,
    pub next: Vec<BrewData>,
}

/// Values of `Mode`.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BrewDataMode {
    /// in small cups
    #[serde(rename = "Gong-Fu")]
    GongFu,
    #[serde(rename = "WESTERN")]
    Western,
    /// Any other value.
    Other(String),
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
pub struct LeafLabel {
    pub name: String,
}

/// A kettle that one may choose.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OptionData {
    pub id: Option<String>,
}

/// Values of `Status`.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// 在泡
    Brewing,
    /// 泡好
    Steeped,
    /// 凉了
    Cold,
    /// Any other value.
    Other(String),
}

/// A tag, of requests and replies.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tag {
    pub key: Option<String>,
    pub values: Option<Vec<String>>,
}

/// A tea.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tea {
    pub tea_id: Option<i64>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TeaPage {
    pub items: Vec<Tea>,
    pub next_page_token: Option<String>,
    pub has_more: Option<bool>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
pub struct Valve {
    pub open: bool,
    pub behind: Option<Box<Valve>>,
}
