namespace Json.Schema.Building;

/// <summary>The published drafts, in order, so that "since" is a comparison.</summary>
internal enum Draft
{
    V7,
    V201909,
    V202012,
}
