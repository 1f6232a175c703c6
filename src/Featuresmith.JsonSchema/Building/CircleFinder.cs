using System.Runtime.CompilerServices;

namespace Json.Schema.Building;

/// <summary>
/// Finds references that lead back to themselves without going into the instance, which no evaluation would ever leave
/// (2020-12 core, section 9.4.1). Those that hang on a condition are left to the guard at run time.
/// </summary>
internal sealed class CircleFinder
{
    private readonly HashSet<SchemaNode> finished = [];
    private readonly HashSet<SchemaNode> onWay = [];
    private readonly List<SchemaNode> way = [];

    /// <summary>Looks at a schema and at all that its keywords apply to the same value.</summary>
    /// <exception cref="JsonSchemaException">There is a circle.</exception>
    public void Visit(SchemaNode node)
    {
        if (finished.Contains(node))
        {
            return;
        }

        if (!onWay.Add(node))
        {
            var circle = string.Join(
                " -> ",
                way.SkipWhile(one => one != node).Append(node).Select(one => one.Location)
            );
            throw new JsonSchemaException(node.Location, $"references go round in a circle: {circle}");
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        way.Add(node);
        foreach (var next in node.AllKeywords.SelectMany(keyword => keyword.AppliedInPlace))
        {
            Visit(next);
        }

        way.RemoveAt(way.Count - 1);
        onWay.Remove(node);
        finished.Add(node);
    }
}
