/// A numbering of a forest's nodes in which parents come before their children and everything
/// below a node has the numbers that follow its own.
struct PreOrder {
    /// Number of each node.
    private(set) var numbers: [UInt32]
    /// Node of each number.
    private(set) var nodes: [Int] = []
    /// For each number the last number below it.
    private(set) var lastInside: [UInt32]

    /// Parents are given by node, -1 for a root; there must be no ring.
    init(parents: [Int]) {
        numbers = Array(repeating: 0, count: parents.count)
        lastInside = Array(repeating: 0, count: parents.count)
        nodes.reserveCapacity(parents.count)
        // Children as linked lists; nodes are put in front, so go backwards to keep their order.
        var firstChild = [Int](repeating: -1, count: parents.count)
        var nextSibling = [Int](repeating: -1, count: parents.count)
        for node in parents.indices.reversed() where parents[node] >= 0 {
            nextSibling[node] = firstChild[parents[node]]
            firstChild[parents[node]] = node
        }
        for root in parents.indices where parents[root] < 0 {
            var stack = [root]
            while let node = stack.popLast() {
                numbers[node] = UInt32(nodes.count)
                nodes.append(node)
                var child = firstChild[node]
                while child >= 0 {
                    stack.append(child)
                    child = nextSibling[child]
                }
            }
        }
        for number in nodes.indices.reversed() {
            lastInside[number] = max(lastInside[number], UInt32(number))
            let parent = parents[nodes[number]]
            guard parent >= 0 else { continue }
            let above = Int(numbers[parent])
            lastInside[above] = max(lastInside[above], lastInside[number])
        }
    }
}
