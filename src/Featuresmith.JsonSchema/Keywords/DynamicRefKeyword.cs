namespace Json.Schema.Keywords;

/// <summary><c>$dynamicRef</c> (2020-12 core, section 8.2.3.2).</summary>
internal sealed class DynamicRefKeyword : ReferenceKeyword
{
    private DynamicRefKeyword(KeywordSource source)
        : base(source, "$dynamicRef") { }

    public static new DynamicRefKeyword? Build(KeywordSource source) =>
        source.Draft < Draft.V202012 || source.Find("$dynamicRef") is null ? null : new DynamicRefKeyword(source);

    protected override SchemaNode Choose(EvaluationRun run)
    {
        var anchor = Fragment;
        if (!Target!.Resource.DynamicAnchors.Contains(anchor))
        {
            return Target;
        }

        var outermost = run.FindOutermost(anchor, (resource, name) => resource.DynamicAnchors.Contains(name));
        var chosen = outermost?.FindAnchor(anchor) ?? Target;
        // The anchor may stand where nothing led before, and so be compiled only now.
        chosen.Resource.Document.Bind();
        return chosen;
    }
}
